namespace CookieGateway.Html.Tokenizing;

/// <summary>What is known of one tag name: by the standard, and by the policy's handlers as bits.</summary>
internal struct TagEntry
{
    public ulong Key;

    /// <summary>The name in lower case, to compare with where the key alone does not say it.</summary>
    public byte[]? Name;

    /// <summary>Which handlers want its start tag.</summary>
    public ulong StartTag;

    /// <summary>Which handlers of any element do not want its start tag.</summary>
    public ulong Spared;

    /// <summary>Which handlers want its end tag.</summary>
    public uint EndTag;

    /// <summary>Which handlers want its whole text.</summary>
    public uint RawText;

    public TagTraits Traits;

    public TextKind Text;

    /// <summary>The name in lower case, for elements whose content is text.</summary>
    public byte[]? TextName;

    /// <summary>True when such a start tag changes nothing in how the page is read on, outside of SVG and MathML.</summary>
    public readonly bool IsOrdinary => (Traits & TagTraits.Followed) == 0 && Text == TextKind.None;
}
