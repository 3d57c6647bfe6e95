using System.Runtime.CompilerServices;
using CookieGateway.Html.References;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <summary>One attribute of a start tag, as it stands in the page.</summary>
public readonly ref struct Attribute
{
    private readonly ReadOnlySpan<byte> _tag;
    private readonly TagEdit _edit;
    private readonly int _index;

    internal Attribute(ReadOnlySpan<byte> tag, TagEdit edit, int index)
    {
        _tag = tag;
        _edit = edit;
        _index = index;
    }

    /// <summary>The name as it is spelled in the page; compare it with <see cref="Is"/>.</summary>
    public ReadOnlySpan<byte> SpelledName => _tag[Span.NameStart..Span.NameEnd];

    /// <summary>The value without its quotes, as its bytes stand in the page.</summary>
    public ReadOnlySpan<byte> RawValue => _tag[Span.ValueStart..Span.ValueEnd];

    /// <summary>The value with its character references decoded to UTF-8. Valid until the handler returns.</summary>
    public ReadOnlySpan<byte> Value => CharacterReferences.Decode(RawValue, _edit.Decoded);

    private int NameLength => Span.NameEnd - Span.NameStart;

    private ref readonly AttributeSpan Span => ref _edit.Tag.Attributes[_index];

    /// <summary>Whether the attribute has this name, given in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ReadOnlySpan<byte> name) => NameLength == name.Length && NameKey.SameName(SpelledName, name);

    /// <summary>Whether the name begins so, given in lower case: "on", "data-".</summary>
    public bool StartsWith(ReadOnlySpan<byte> prefix) =>
        SpelledName.Length >= prefix.Length && NameKey.SameName(SpelledName[..prefix.Length], prefix);
}
