namespace CookieGateway.Html.Rewriting;

/// <summary>
/// Sees an element of raw text (script, style, title, textarea, iframe …) when its whole text is known: the start tag has not
/// left yet, so both it and the text may still be changed. Both are valid during the call only.
/// </summary>
public delegate void RawTextHandler<in TPage>(TPage page, Element element, RawText text);
