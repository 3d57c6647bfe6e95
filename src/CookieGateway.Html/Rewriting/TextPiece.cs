namespace CookieGateway.Html.Rewriting;

/// <summary>A piece of text between tags, as its bytes stand in the page.</summary>
public readonly ref struct TextPiece
{
    private readonly TagEdit _edit;

    internal TextPiece(ReadOnlySpan<byte> bytes, TagEdit edit)
    {
        Bytes = bytes;
        _edit = edit;
    }

    /// <summary>The bytes; a character reference stands there undecoded.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Inserts ASCII markup before the piece.</summary>
    public void Before(ReadOnlySpan<byte> markup)
    {
        TagEdit.RequireAscii(markup);
        _edit.Before.Append(markup);
    }

    /// <summary>Leaves the piece out.</summary>
    public void Remove() => _edit.Removed = true;

    /// <summary>The handler that is running is not called again for this page.</summary>
    public void Mute() => _edit.Muted = true;
}
