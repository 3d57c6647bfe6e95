namespace CookieGateway.Html.Rewriting;

/// <summary>Is called once when the page has ended, and may append to it.</summary>
public delegate void PageEndHandler<in TPage>(TPage page, PageEnd end);
