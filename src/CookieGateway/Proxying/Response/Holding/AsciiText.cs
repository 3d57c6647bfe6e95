using System.Buffers;
using System.Text;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Writes UTF-8 text in ASCII, by the escapes of its language: what is put into a page has to be ASCII, whatever the page's encoding.</summary>
internal static class AsciiText
{
    // https://www.w3.org/TR/css-syntax-3/#escaping: a character beyond ASCII may be written by its number, in strings and in names.
    public static void WriteCss(PendingBytes to, ReadOnlySpan<byte> utf8) => Write(to, utf8, "\\"u8, "x", " "u8);

    public static void WriteHtml(PendingBytes to, ReadOnlySpan<byte> utf8) => Write(to, utf8, "&#"u8, "", ";"u8);

    private static void Write(PendingBytes to, ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> before, string format, ReadOnlySpan<byte> after)
    {
        while (!utf8.IsEmpty)
        {
            var beyond = utf8.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            to.Write(beyond < 0 ? utf8 : utf8[..beyond]);
            if (beyond < 0)
            {
                return;
            }

            Rune.DecodeFromUtf8(utf8[beyond..], out var rune, out var length);
            to.Write(before);
            rune.Value.TryFormat(to.GetSpan(8), out var digits, format, null);
            to.Advance(digits);
            to.Write(after);
            utf8 = utf8[(beyond + length)..];
        }
    }
}
