namespace CookieGateway.Html.Rewriting;

/// <summary>Sees an end tag. It is valid during the call only.</summary>
public delegate void EndTagHandler<in TPage>(TPage page, EndTag tag);
