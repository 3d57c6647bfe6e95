namespace CookieGateway.Html.Rewriting;

/// <summary>Sees a start tag. The element is valid during the call only.</summary>
public delegate void ElementHandler<in TPage>(TPage page, Element element);
