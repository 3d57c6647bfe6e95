namespace CookieGateway.Html.Rewriting;

/// <summary>The whole text of a raw-text element, as its bytes stand in the page.</summary>
public readonly ref struct RawText
{
    private readonly TagEdit _edit;

    internal RawText(ReadOnlySpan<byte> bytes, bool isClosed, TagEdit edit)
    {
        Bytes = bytes;
        IsClosed = isClosed;
        _edit = edit;
    }

    /// <summary>The text between start tag and end tag; nothing in it is decoded.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>False when the page ended before the element did. A browser does not run such a script, but does apply such a style.</summary>
    public bool IsClosed { get; }

    /// <summary>Puts ASCII text in the place of the element's text. It must not end the element.</summary>
    public void Replace(ReadOnlySpan<byte> asciiText)
    {
        TagEdit.RequireAscii(asciiText);
        _edit.Text.Clear();
        _edit.Text.Append(asciiText);
        _edit.TextReplaced = true;
    }
}
