namespace CookieGateway.Html.Rewriting;

/// <summary>A comment. Bogus comments (<c>&lt;?php … &gt;</c>, <c>&lt;!…&gt;</c>) are passed on and not shown to handlers.</summary>
public readonly ref struct Comment
{
    private readonly TagEdit _edit;

    internal Comment(ReadOnlySpan<byte> markup, TagEdit edit)
    {
        Markup = markup;
        _edit = edit;
    }

    /// <summary>The comment with its delimiters, as its bytes stand in the page.</summary>
    public ReadOnlySpan<byte> Markup { get; }

    /// <summary>Leaves the comment out.</summary>
    public void Remove() => _edit.Removed = true;

    /// <summary>Puts ASCII markup in its place.</summary>
    public void ReplaceWith(ReadOnlySpan<byte> markup)
    {
        TagEdit.RequireAscii(markup);
        _edit.Before.Append(markup);
        _edit.Removed = true;
    }
}
