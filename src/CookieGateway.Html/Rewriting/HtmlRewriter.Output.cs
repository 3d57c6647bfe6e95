using System.Buffers;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>What leaves: runs of the input as they came, and what handlers have put in between.</content>
public sealed partial class HtmlRewriter<TPage>
{
    /// <summary>The longest that stands for a <c>&lt;</c>.</summary>
    private const int LongestEscape = 8;

    /// <summary>Writes the run of untouched bytes up to <paramref name="end"/>; while an element is being left out, it is left out.</summary>
    private void PassUntil(ReadOnlySpan<byte> piece, int end)
    {
        if (!_removal.IsActive && end > _passed)
        {
            _output.Write(piece[_passed..end]);
        }

        _passed = end;
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            _output.Write(bytes);
        }
    }

    /// <summary>Writes the start tag as handlers have left it; the bytes between changed attributes as they came.</summary>
    private void EmitChangedTag(ReadOnlySpan<byte> markup)
    {
        var tag = _edit.Tag;
        _rewritten.Clear();
        _rewritten.Append((byte)'<');
        _rewritten.Append(_edit.Name.Length > 0 ? _edit.Name.Span : markup[tag.NameStart..tag.NameEnd]);
        _rewritten.Append(_edit.NewAttributes.Span);
        var from = tag.NameEnd;
        foreach (ref readonly var attribute in tag.Attributes)
        {
            if (attribute.Change == AttributeChange.None)
            {
                continue;
            }

            _rewritten.Append(markup[from..attribute.NameStart]);
            _rewritten.Append(_edit.Attributes.Span.Slice(attribute.EditStart, attribute.EditLength));
            from = attribute.Change == AttributeChange.Renamed ? attribute.NameEnd : attribute.End;
        }

        _rewritten.Append(markup[from..tag.Length]);
        Emit(_rewritten.Span);
    }

    /// <summary>
    /// Writes text in which no browser shall find markup, by the escape that the element's language has. What comes after the text says
    /// whether a <c>&lt;</c> at its end could be any; nothing is known of it at the end of the page.
    /// </summary>
    private void EmitInert(ReadOnlySpan<byte> text, ReadOnlySpan<byte> after, bool inCData)
    {
        // Such text is rare, and where it is hostile it has one "<" behind the other: put together byte by byte and written many at a time.
        Span<byte> room = stackalloc byte[256];
        var escape = EscapedOpening;
        var mayOpenCData = _text.Kind == TextKind.Foreign;
        var filled = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (filled > room.Length - LongestEscape)
            {
                Emit(room[..filled]);
                filled = 0;
            }

            var b = text[at];
            if (inCData ? b != ']' || !text[at..].StartsWith("]]>"u8) : b != '<')
            {
                room[filled++] = b;
                continue;
            }

            var written = "<"u8;
            if (inCData || (mayOpenCData && text[at..].StartsWith("<![CDATA["u8)))
            {
                inCData = !inCData;
                written = text.Slice(at, 1);
            }
            else if (at + 1 < text.Length ? OpensMarkup(text[at + 1]) : after.IsEmpty || OpensMarkup(after[0]))
            {
                written = escape;
            }

            written.CopyTo(room[filled..]);
            filled += written.Length;
        }

        Emit(room[..filled]);
    }

    /// <summary>A <c>&lt;</c> that is text to every reader: for a script within a literal, for a style everywhere.</summary>
    private ReadOnlySpan<byte> EscapedOpening => _text.Kind switch
    {
        TextKind.ScriptData => @"\x3C"u8,
        TextKind.RawText when NameKey.SameName(_text.Name, "style"u8) => @"\3C "u8,
        _ => "&lt;"u8,
    };

    /// <summary>Writes the text that a handler has put in the place of an element's own, so that it cannot end the element or escape its end.</summary>
    private void EmitReplaced(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var open = text.IndexOf((byte)'<');
            if (open < 0)
            {
                Emit(text);
                return;
            }

            Emit(text[..open]);
            text = text[open..];
            var name = _text.Name;
            var harmless = !text.StartsWith("<!"u8) && !StartsWithName(text[1..], name)
                && !(text.StartsWith("</"u8) && StartsWithName(text[2..], name));
            Emit(harmless ? "<"u8 : EscapedOpening);
            text = text[1..];
        }
    }

    private static bool StartsWithName(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        text.Length >= name.Length && NameKey.SameName(text[..name.Length], name);

    private static bool OpensMarkup(byte b) => ByteClass.IsLetter(b) || b is (byte)'/' or (byte)'!' or (byte)'?';
}
