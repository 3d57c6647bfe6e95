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
        var host = SharedStrings.Hosts.Of(page.Urls.Read(address).Host);
        frame.Before("<div "u8);
        frame.Before(page.Names.Placeholder);
        frame.Before("=\""u8);
        frame.Before(verdict.Tracker?.Id ?? host);
        frame.Before("\""u8);
        WriteAscii(frame, "class"u8, frame.RawValue("class"u8));
        WriteStyle(frame);
        frame.Before(">"u8);
        var isRelative = address.TrimStart(" \t\r\n\f"u8).StartsWith("//"u8);
        frame.Before(page.Context.Insertions.Placeholder(
            page.Language, verdict.Tracker, host, isRelative ? page.Context.Address.Scheme : "", address).Span);
        frame.After("</div>"u8);
        if (!frame.Has("hidden"u8))
        {
            frame.SetAttribute("hidden"u8, page.Names.Placeholder);
        }
    }

    // The box keeps the frame's own look: what the site's style sheet says of its class, its style attribute, its size.
    private static void WriteStyle(Element frame)
    {
        frame.Before(" style=\""u8);
        WriteLength(frame, "width:"u8, frame.RawValue("width"u8));
        WriteLength(frame, "height:"u8, frame.RawValue("height"u8));
        var own = frame.RawValue("style"u8);
        if (Ascii.IsValid(own) && !own.Contains((byte)'"'))
        {
            frame.Before(own);
        }

        frame.Before("\""u8);
    }

    private static void WriteLength(Element box, ReadOnlySpan<byte> property, ReadOnlySpan<byte> value)
    {
        value = value.Trim((byte)' ');
        if (!Utf8Parser.TryParse(value, out int number, out var read) || number <= 0)
        {
            return;
        }

        box.Before(property);
        box.Before(value[..read]);
        box.Before(value[read..].StartsWith("%"u8) ? "%;"u8 : "px;"u8);
    }

    private static void WriteAscii(Element box, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || !Ascii.IsValid(value) || value.Contains((byte)'"'))
        {
            return;
        }

        box.Before(" "u8);
        box.Before(name);
        box.Before("=\""u8);
        box.Before(value);
        box.Before("\""u8);
    }
}
