namespace CookieGateway.Html.Rewriting;

/// <summary>The end of the page in a handler's hands.</summary>
public readonly ref struct PageEnd
{
    private readonly TagEdit _edit;

    internal PageEnd(TagEdit edit) => _edit = edit;

    /// <summary>Appends ASCII markup to the page. Where the page ends within a comment or a text element, that is closed first.</summary>
    public void Append(ReadOnlySpan<byte> markup)
    {
        TagEdit.RequireAscii(markup);
        _edit.After.Append(markup);
    }
}
