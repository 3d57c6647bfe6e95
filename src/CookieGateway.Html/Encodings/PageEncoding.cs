namespace CookieGateway.Html.Encodings;

/// <summary>How a page is encoded, and what that means for rewriting its bytes.</summary>
public readonly record struct PageEncoding(string Name, EncodingKind Kind, EncodingSource Source)
{
    /// <summary>True when the rewriter can read the page as it is.</summary>
    public bool IsAsciiCompatible => Kind == EncodingKind.AsciiCompatible;
}
