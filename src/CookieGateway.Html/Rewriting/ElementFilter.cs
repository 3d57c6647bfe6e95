namespace CookieGateway.Html.Rewriting;

/// <summary>Says of a start tag whether a handler wants the element's whole text. The element may be read, not changed.</summary>
public delegate bool ElementFilter<in TPage>(TPage page, Element element);
