using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <summary>An end tag in a handler's hands.</summary>
public readonly ref struct EndTag
{
    private readonly ReadOnlySpan<byte> _tag;
    private readonly TagEdit _edit;

    internal EndTag(ReadOnlySpan<byte> tag, TagEdit edit)
    {
        _tag = tag;
        _edit = edit;
    }

    /// <summary>The tag's name as it is spelled in the page.</summary>
    public ReadOnlySpan<byte> SpelledName => _tag[_edit.Tag.NameStart.._edit.Tag.NameEnd];

    /// <summary>Whether the tag has this name, given in lower case.</summary>
    public bool Is(ReadOnlySpan<byte> name) => NameKey.SameName(SpelledName, name);

    /// <summary>Inserts ASCII markup before the end tag: as the last thing in the element.</summary>
    public void Before(ReadOnlySpan<byte> markup)
    {
        TagEdit.RequireAscii(markup);
        _edit.Before.Append(markup);
    }

    /// <summary>Inserts ASCII markup after the end tag.</summary>
    public void After(ReadOnlySpan<byte> markup)
    {
        TagEdit.RequireAscii(markup);
        _edit.After.Append(markup);
    }

    /// <summary>Leaves the end tag out.</summary>
    public void Remove() => _edit.Removed = true;

    /// <summary>The handler that is running is not called again for this page.</summary>
    public void Mute() => _edit.Muted = true;
}
