using System.Buffers;
using System.Globalization;
using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Urls;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Holds what style sheets in the page load: <c>url(…)</c> and <c>@import</c>, in style elements and style attributes.</summary>
internal static class Styles
{
    /// <summary>Whether a style element can load anything: only then its text has to be held back until it is whole.</summary>
    public static bool HasText(HeldPage page, Element style) => true;

    public static void OnText(HeldPage page, Element style, RawText text)
    {
        if (Rewrite(page, text.Bytes, out var verdict) is not { } rewritten)
        {
            return;
        }

        Held.Mark(page, style, verdict);
        if (rewritten.Length > 0)
        {
            text.Replace(rewritten);
        }
        else
        {
            Held.Keep(page, style, "type"u8);
            style.SetAttribute("type"u8, "text/plain"u8);
        }
    }

    public static void OnAttribute(HeldPage page, Element element)
    {
        var raw = element.RawValue("style"u8);
        if (raw.IndexOf((byte)'(') < 0 || Rewrite(page, element.Value("style"u8), out var verdict) is not { } rewritten)
        {
            return;
        }

        Held.Keep(page, element, "style"u8);
        if (rewritten.Length > 0)
        {
            element.SetAttribute("style"u8, rewritten);
        }

        Held.Mark(page, element, verdict);
    }

    // Null: nothing is held. Empty: something is, and the rest cannot be written in ASCII.
    private static byte[]? Rewrite(HeldPage page, ReadOnlySpan<byte> css, out Verdict verdict)
    {
        verdict = default;
        ArrayBufferWriter<byte>? output = null;
        var copied = 0;
        var urls = new CssUrlReader(css);
        while (urls.MoveNext())
        {
            var kind = urls.IsImport ? RequestKind.Stylesheet : RequestKind.Image;
            if (page.Holds(urls.Current, kind, out var one))
            {
                verdict = output is null ? one : verdict;
                output ??= new ArrayBufferWriter<byte>(css.Length + 64);
                output.Write(css[copied..urls.CurrentRange.Start.Value]);
                output.Write("data:,"u8);
                copied = urls.CurrentRange.End.Value;
            }
        }

        if (output is null)
        {
            return null;
        }

        output.Write(css[copied..]);
        return AsAscii(output.WrittenSpan);
    }

    // https://www.w3.org/TR/css-syntax-3/#escaping: a character beyond ASCII may be written by its number, in strings and in names.
    private static byte[] AsAscii(ReadOnlySpan<byte> css)
    {
        if (Ascii.IsValid(css))
        {
            return css.ToArray();
        }

        if (!System.Text.Unicode.Utf8.IsValid(css))
        {
            return [];
        }

        var text = new StringBuilder(css.Length + 256);
        foreach (var rune in Encoding.UTF8.GetString(css).EnumerateRunes())
        {
            _ = rune.IsAscii ? text.Append((char)rune.Value) : text.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
