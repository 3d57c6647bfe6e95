using System.Runtime.CompilerServices;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <summary>
/// A start tag in a handler's hands: read as it stands in the page, changed by asking. It cannot outlive the call.
/// Names are given in lower case. Inserted bytes have to be ASCII; characters become ASCII by character references.
/// </summary>
public readonly ref struct Element
{
    private readonly ReadOnlySpan<byte> _tag;
    private readonly TagEdit _edit;

    internal Element(ReadOnlySpan<byte> tag, TagEdit edit)
    {
        _tag = tag;
        _edit = edit;
    }

    /// <summary>The tag's name as it is spelled in the page; compare it with <see cref="Is"/>.</summary>
    public ReadOnlySpan<byte> SpelledName => _tag[_edit.Tag.NameStart.._edit.Tag.NameEnd];

    /// <summary>The whole start tag as it stands in the page.</summary>
    public ReadOnlySpan<byte> Markup => _tag[.._edit.Tag.Length];

    /// <summary>The namespace the element belongs to.</summary>
    public MarkupNamespace Namespace => _edit.Namespace;

    /// <summary>True for markup inside noscript, which only a browser without scripting reads as markup.</summary>
    public bool IsInNoscript => _edit.InNoscript;

    /// <summary>True in a document within the page; see <see cref="RewriteDocument"/>. What belongs to the page once, such as a banner, does not belong there.</summary>
    public bool IsInNestedDocument => _edit.Nesting > 0;

    /// <summary>False for void elements and for self-closed ones in SVG and MathML.</summary>
    public bool CanHaveContent => _edit.CanHaveContent;

    /// <summary>The attributes in their order, duplicates included; a browser takes the first of a name.</summary>
    public AttributeSequence Attributes => new(_tag, _edit);

    /// <summary>Whether the tag has this name, given in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ReadOnlySpan<byte> name) =>
        _edit.Tag.NameEnd - _edit.Tag.NameStart == name.Length && NameKey.SameName(SpelledName, name);

    /// <summary>Whether the tag carries the attribute.</summary>
    public bool Has(ReadOnlySpan<byte> name) => _edit.Find(_tag, name) >= 0;

    /// <summary>The attribute's value as its bytes stand in the page; empty when it is absent or has none.</summary>
    public ReadOnlySpan<byte> RawValue(ReadOnlySpan<byte> name) =>
        _edit.Find(_tag, name) is >= 0 and var at ? new Attribute(_tag, _edit, at).RawValue : default;

    /// <summary>
    /// The attribute's value with its character references decoded to UTF-8, other bytes in the page's encoding; empty when it is absent.
    /// Valid until the handler returns.
    /// </summary>
    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> name) =>
        _edit.Find(_tag, name) is >= 0 and var at ? new Attribute(_tag, _edit, at).Value : default;

    /// <summary>Sets the attribute to ASCII text, which is escaped; it takes the place of the old one or comes first in the tag.</summary>
    public void SetAttribute(ReadOnlySpan<byte> name, ReadOnlySpan<byte> asciiValue) => _edit.Set(_tag, name, asciiValue);

    /// <summary>Sets the attribute to text, which is escaped; what is not ASCII becomes a character reference.</summary>
    public void SetAttribute(ReadOnlySpan<byte> name, ReadOnlySpan<char> value) => _edit.SetText(_tag, name, value);

    /// <summary>Renames the attribute and leaves its value's bytes alone; false when the tag has none of that name.</summary>
    public bool RenameAttribute(ReadOnlySpan<byte> name, ReadOnlySpan<byte> newName) => _edit.Rename(_tag, name, newName);

    /// <summary>Removes all attributes of that name; false when there are none.</summary>
    public bool RemoveAttribute(ReadOnlySpan<byte> name) => _edit.Remove(_tag, name);

    /// <summary>
    /// Rewrites the document that is an attribute's value (an iframe's srcdoc) by the policy that runs; its page-end handlers are not
    /// called. The bytes stay as they are when nothing in it changes.
    /// </summary>
    public void RewriteDocument(ReadOnlySpan<byte> attribute) => _edit.RewriteDocument(_tag, attribute);

    /// <summary>Gives the start tag, and the end tag that belongs to it, another name.</summary>
    public void Rename(ReadOnlySpan<byte> name)
    {
        TagEdit.RequireAscii(name);
        _edit.TagChanged = true;
        _edit.Name.Clear();
        _edit.Name.Append(name);
    }

    /// <summary>Inserts markup before the element.</summary>
    public void Before(ReadOnlySpan<byte> markup) => Insert(_edit.Before, markup);

    /// <inheritdoc cref="Before(ReadOnlySpan{byte})"/>
    public void Before(ReadOnlySpan<char> markup) => _edit.Before.AppendAscii(markup);

    /// <summary>Inserts markup after the element's end.</summary>
    public void After(ReadOnlySpan<byte> markup) => Insert(_edit.After, markup);

    /// <inheritdoc cref="After(ReadOnlySpan{byte})"/>
    public void After(ReadOnlySpan<char> markup) => _edit.After.AppendAscii(markup);

    /// <summary>Inserts markup as the first thing in the element; it is left out where <see cref="CanHaveContent"/> is false.</summary>
    public void Prepend(ReadOnlySpan<byte> markup) => Insert(_edit.Prepend, markup);

    /// <inheritdoc cref="Prepend(ReadOnlySpan{byte})"/>
    public void Prepend(ReadOnlySpan<char> markup) => _edit.Prepend.AppendAscii(markup);

    /// <summary>Inserts markup as the last thing in the element; it is left out where <see cref="CanHaveContent"/> is false.</summary>
    public void Append(ReadOnlySpan<byte> markup) => Insert(_edit.Append, markup);

    /// <inheritdoc cref="Append(ReadOnlySpan{byte})"/>
    public void Append(ReadOnlySpan<char> markup) => _edit.Append.AppendAscii(markup);

    /// <summary>Leaves the element out, with everything in it. What was inserted before and after it stays.</summary>
    public void RemoveWithContent() => _edit.Removed = true;

    /// <summary>Leaves out the start tag and its end tag; the content stays.</summary>
    public void RemoveTags() => _edit.TagRemoved = true;

    /// <summary>Puts markup in the place of the element and everything in it.</summary>
    public void ReplaceWith(ReadOnlySpan<byte> markup)
    {
        Before(markup);
        RemoveWithContent();
    }

    /// <inheritdoc cref="ReplaceWith(ReadOnlySpan{byte})"/>
    public void ReplaceWith(ReadOnlySpan<char> markup)
    {
        Before(markup);
        RemoveWithContent();
    }

    /// <summary>The handler that is running is not called again for this page.</summary>
    public void Mute() => _edit.Muted = true;

    private static void Insert(ByteBuffer to, ReadOnlySpan<byte> markup)
    {
        TagEdit.RequireAscii(markup);
        to.Append(markup);
    }
}
