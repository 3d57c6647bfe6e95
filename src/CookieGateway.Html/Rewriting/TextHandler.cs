namespace CookieGateway.Html.Rewriting;

/// <summary>
/// Sees a piece of the text between tags, as its bytes stand in the page. A piece is <b>not the whole text</b>: it may end anywhere,
/// also within a character or a character reference.
/// </summary>
public delegate void TextHandler<in TPage>(TPage page, TextPiece text);
