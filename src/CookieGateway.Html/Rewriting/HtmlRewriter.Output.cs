using System.Buffers;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>What leaves: runs of the input as they came, and what handlers have put in between.</content>
public sealed partial class HtmlRewriter<TPage>
{
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
        Emit("<"u8);
        Emit(_edit.Name.Length > 0 ? _edit.Name.Span : markup[tag.NameStart..tag.NameEnd]);
        Emit(_edit.NewAttributes.Span);
        var from = tag.NameEnd;
        foreach (ref readonly var attribute in tag.Attributes)
        {
            if (attribute.Change == AttributeChange.None)
            {
                continue;
            }

            Emit(markup[from..attribute.NameStart]);
            Emit(_edit.Attributes.Span.Slice(attribute.EditStart, attribute.EditLength));
            from = attribute.Change == AttributeChange.Renamed ? attribute.NameEnd : attribute.End;
        }

        Emit(markup[from..tag.Length]);
    }

    /// <summary>
    /// Writes text in which no browser shall find markup, by the escape that the element's language has. What comes after the text says
    /// whether a <c>&lt;</c> at its end could be any; nothing is known of it at the end of the page.
    /// </summary>
    private void EmitInert(ReadOnlySpan<byte> text, ReadOnlySpan<byte> after, bool inCData)
    {
        while (!text.IsEmpty)
        {
            var run = inCData ? text.IndexOf("]]>"u8) : text.IndexOf((byte)'<');
            if (run < 0)
            {
                Emit(text);
                return;
            }

            Emit(text[..run]);
            text = text[run..];
            if (inCData || (_text.Kind == TextKind.Foreign && text.StartsWith("<![CDATA["u8)))
            {
                inCData = !inCData;
                Emit(text[..1]);
            }
            else
            {
                var next = text.Length > 1 ? text[1..] : after;
                Emit(next.IsEmpty || OpensMarkup(next[0]) ? EscapedOpening : "<"u8);
            }

            text = text[1..];
        }
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
