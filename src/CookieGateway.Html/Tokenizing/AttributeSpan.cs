namespace CookieGateway.Html.Tokenizing;

/// <summary>Where an attribute stands in its tag; offsets from the tag's <c>&lt;</c>.</summary>
internal struct AttributeSpan
{
    public int NameStart;
    public int NameEnd;
    public int ValueStart;
    public int ValueEnd;

    /// <summary>After the closing quote, or after the value or name that has none.</summary>
    public int End;

    /// <summary>Where its replacement lies in the tag's text of edits; see <see cref="EditLength"/>.</summary>
    public int EditStart;

    /// <summary>How long the replacement is; 0 when there is none.</summary>
    public int EditLength;

    public AttributeChange Change;
}
