using System.Text;
using CookieGateway.Html.References;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <summary>What handlers have asked for the tag that is being dealt with, and room for the bytes they want in its place.</summary>
internal sealed class TagEdit
{
    public readonly ByteBuffer Attributes = new();
    public readonly ByteBuffer NewAttributes = new();
    public readonly ByteBuffer Name = new();
    public readonly ByteBuffer Before = new();
    public readonly ByteBuffer Prepend = new();
    public readonly ByteBuffer Append = new();
    public readonly ByteBuffer After = new();
    public readonly ByteBuffer Text = new();
    public readonly ByteBuffer Decoded = new();
    private bool _isUsed;

    public required Tag Tag { get; init; }

    /// <summary>Rewrites a nested document by the page's policy; false when it is nested too deeply.</summary>
    public required NestedRewrite Nested { get; init; }

    /// <summary>0 for the page itself, 1 within a srcdoc.</summary>
    public int Nesting { get; set; }

    public bool TagChanged { get; set; }

    public bool TextReplaced { get; set; }

    public bool Removed { get; set; }

    public bool TagRemoved { get; set; }

    public bool Muted { get; set; }

    public bool CanHaveContent { get; set; }

    public bool InNoscript { get; set; }

    public MarkupNamespace Namespace { get; set; }

    /// <summary>Whether anything at all has been asked for.</summary>
    public bool IsChange => _isUsed && (TagChanged || Removed || TagRemoved || Before.Length + Prepend.Length + Append.Length + After.Length > 0);

    /// <summary>Whether something is to happen at the element's end tag.</summary>
    public bool WritesAtEnd => _isUsed && (Append.Length + After.Length + Name.Length > 0 || TagRemoved);

    /// <summary>Whether more was asked for than another start tag in the place of this one.</summary>
    public bool ReachesFurther => _isUsed
        && (Removed || TagRemoved || TextReplaced || Name.Length + Before.Length + Prepend.Length + Append.Length + After.Length > 0);

    /// <summary>Empties it between two pages and gives back what an unusual page made it grow to.</summary>
    public void Reset()
    {
        Clear();
        foreach (var buffer in (ReadOnlySpan<ByteBuffer>)[Attributes, NewAttributes, Name, Before, Prepend, Append, After, Text, Decoded])
        {
            buffer.Reset();
        }

        Tag.Reset();
    }

    /// <summary>Makes ready for handlers that are about to see something.</summary>
    public void Begin(MarkupNamespace space = MarkupNamespace.Html, bool canHaveContent = false, bool inNoscript = false)
    {
        Clear();
        _isUsed = true;
        Namespace = space;
        CanHaveContent = canHaveContent;
        InNoscript = inNoscript;
    }

    /// <summary>Forgets what was asked for the last tag. Most tags are seen by nobody, and then there is nothing to forget.</summary>
    public void Clear()
    {
        if (_isUsed)
        {
            Decoded.Clear();
            if ((Attributes.Length | NewAttributes.Length | Name.Length | Before.Length | Prepend.Length | Append.Length | After.Length | Text.Length) != 0)
            {
                ClearBuffers();
            }

            _isUsed = TagChanged = TextReplaced = Removed = TagRemoved = Muted = false;
        }
    }

    private void ClearBuffers()
    {
        foreach (var buffer in (ReadOnlySpan<ByteBuffer>)[Attributes, NewAttributes, Name, Before, Prepend, Append, After, Text])
        {
            buffer.Clear();
        }
    }

    public void Set(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name, ReadOnlySpan<byte> asciiValue)
    {
        RequireAscii(name);
        RequireAscii(asciiValue);
        SetBytes(tag, name, asciiValue);
    }

    /// <summary>Sets an attribute to characters: escaped first, since their references must not be.</summary>
    public void SetText(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        RequireAscii(name);
        var escaped = ByteBuffer.Rent();
        MarkupText.AppendAttributeValue(escaped, value);
        SetBytes(tag, name, escaped.Span, isEscaped: true);
        escaped.GiveBack();
    }

    /// <summary>Rewrites the document in an attribute's value; a change escapes it anew, and one too deeply nested is removed.</summary>
    public void RewriteDocument(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        var at = Find(tag, name);
        if (at < 0)
        {
            return;
        }

        // References beyond ASCII stay as they are: the nested document's reader decodes them just as well, in whatever encoding.
        var attribute = Tag.Attributes[at];
        var document = CharacterReferences.DecodeAscii(tag[attribute.ValueStart..attribute.ValueEnd], Decoded);
        var output = ByteBuffer.Rent();
        if (!Nested(document, output))
        {
            Remove(tag, name);
        }
        else if (!output.Span.SequenceEqual(document))
        {
            SetBytes(tag, name, output.Span);
        }

        output.GiveBack();
    }

    private void SetBytes(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isEscaped = false)
    {
        TagChanged = true;
        var at = Find(tag, name);
        if (at < 0)
        {
            RemoveNew(name);
            NewAttributes.Append((byte)' ');
            WriteAttribute(NewAttributes, name, value, isEscaped);
            return;
        }

        ref var attribute = ref Tag.Attributes[at];
        attribute.Change = AttributeChange.Replaced;
        attribute.EditStart = Attributes.Length;
        WriteAttribute(Attributes, name, value, isEscaped);
        attribute.EditLength = Attributes.Length - attribute.EditStart;
    }

    /// <summary>Removes every attribute of the name: once the first is gone, a browser would take the second.</summary>
    public bool Remove(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        var found = false;
        foreach (ref var attribute in Tag.Attributes)
        {
            if (attribute.Change != AttributeChange.Removed && NameKey.SameName(NameOf(tag, attribute), name))
            {
                attribute.Change = AttributeChange.Removed;
                attribute.EditStart = attribute.EditLength = 0;
                TagChanged = found = true;
            }
        }

        return found;
    }

    /// <summary>Renames the first attribute of the name; others of the old name, and any of the new one, are removed.</summary>
    public bool Rename(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name, ReadOnlySpan<byte> newName)
    {
        RequireAscii(newName);
        var at = Find(tag, name);
        if (at < 0)
        {
            return false;
        }

        Remove(tag, name);
        Remove(tag, newName);
        ref var attribute = ref Tag.Attributes[at];
        attribute.Change = AttributeChange.Renamed;
        attribute.EditStart = Attributes.Length;
        attribute.EditLength = newName.Length;
        Attributes.Append(newName);
        return true;
    }

    /// <summary>The attribute that a browser would take: the first of its name, as it stood in the page.</summary>
    public int Find(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        var attributes = Tag.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            ref readonly var attribute = ref attributes[i];
            if (attribute.NameEnd - attribute.NameStart == name.Length
                && NameKey.SameName(NameOf(tag, attribute), name)
                && attribute.Change is AttributeChange.None or AttributeChange.Replaced)
            {
                return i;
            }
        }

        return -1;
    }

    public static void RequireAscii(ReadOnlySpan<byte> inserted)
    {
        if (!Ascii.IsValid(inserted))
        {
            throw new ArgumentException(
                $"Inserted bytes have to be ASCII, since the page's encoding may be any; there is a byte 0x{inserted[inserted.IndexOfAnyInRange((byte)0x80, (byte)0xFF)]:X2}. Insert the text as characters: what is not ASCII becomes a character reference.");
        }
    }

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> tag, in AttributeSpan attribute) =>
        tag[attribute.NameStart..attribute.NameEnd];

    /// <summary>Takes back a new attribute of the name, so that the last word counts.</summary>
    private void RemoveNew(ReadOnlySpan<byte> name)
    {
        for (var at = 0; at < NewAttributes.Length;)
        {
            var rest = NewAttributes.Span[at..];
            var nameEnd = rest.IndexOf((byte)'=');
            var length = nameEnd + 2 + rest[(nameEnd + 2)..].IndexOf((byte)'"') + 1;
            if (rest[1..nameEnd].SequenceEqual(name))
            {
                NewAttributes.RemoveRange(at, length);
                return;
            }

            at += length;
        }
    }

    private static void WriteAttribute(ByteBuffer to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isEscaped)
    {
        to.Append(name);
        to.Append("=\""u8);
        if (isEscaped)
        {
            to.Append(value);
        }
        else
        {
            MarkupText.AppendAttributeValue(to, value);
        }

        to.Append((byte)'"');
    }
}
