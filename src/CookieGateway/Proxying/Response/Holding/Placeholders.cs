using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>
/// What stands in for a held frame that the visitor would see: a box of the same size which says what it is, with the frame itself,
/// hidden and without its address, inside it. The release takes the frame out of the box.
/// </summary>
internal static class Placeholders
{
    public static bool IsDue(Element frame, Verdict verdict) =>
        !frame.IsInNoscript && frame.Is("iframe"u8)
        && (verdict.Tracker is not { } tracker || tracker.Embed != EmbedKind.None)
        && !Pixels.IsInvisible(frame);

    public static void Put(HeldPage page, Element frame, Verdict verdict, ReadOnlySpan<byte> address)
    {
        var host = HostNames.Of(page.Urls.Read(address).Host);
        var box = new ArrayBufferWriter<byte>(1024);
        box.Write("<div "u8);
        box.Write(page.Names.Placeholder);
        box.Write("=\""u8);
        box.Write(Encoding.ASCII.GetBytes(verdict.Tracker?.Id ?? host));
        box.Write("\""u8);
        WriteAscii(box, "class"u8, frame.RawValue("class"u8));
        WriteStyle(box, frame);
        box.Write(">"u8);
        box.Write(page.Context.Insertions.Placeholder(page.Language, verdict.Tracker, host, Absolute(page, address)).Span);
        frame.Before(box.WrittenSpan);
        frame.After("</div>"u8);
        if (!frame.Has("hidden"u8))
        {
            frame.SetAttribute("hidden"u8, page.Names.Placeholder);
        }
    }

    // The box keeps the frame's own look: what the site's style sheet says of its class, its style attribute, its size.
    private static void WriteStyle(ArrayBufferWriter<byte> box, Element frame)
    {
        box.Write(" style=\""u8);
        WriteLength(box, "width:"u8, frame.RawValue("width"u8));
        WriteLength(box, "height:"u8, frame.RawValue("height"u8));
        var own = frame.RawValue("style"u8);
        if (Ascii.IsValid(own) && !own.Contains((byte)'"'))
        {
            box.Write(own);
        }

        box.Write("\""u8);
    }

    private static void WriteLength(ArrayBufferWriter<byte> box, ReadOnlySpan<byte> property, ReadOnlySpan<byte> value)
    {
        value = value.Trim((byte)' ');
        if (!Utf8Parser.TryParse(value, out int number, out var read) || number <= 0)
        {
            return;
        }

        box.Write(property);
        box.Write(value[..read]);
        box.Write(value[read..].StartsWith("%"u8) ? "%;"u8 : "px;"u8);
    }

    private static void WriteAscii(ArrayBufferWriter<byte> box, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || !Ascii.IsValid(value) || value.Contains((byte)'"'))
        {
            return;
        }

        box.Write(" "u8);
        box.Write(name);
        box.Write("=\""u8);
        box.Write(value);
        box.Write("\""u8);
    }

    private static string Absolute(HeldPage page, ReadOnlySpan<byte> address)
    {
        var text = Encoding.UTF8.GetString(address).Trim();
        return text.StartsWith("//", StringComparison.Ordinal) ? $"{page.Context.Address.Scheme}:{text}" : text;
    }
}
