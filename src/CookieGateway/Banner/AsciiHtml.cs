using System.Text;

namespace CookieGateway.Banner;

/// <summary>
/// Markup as ASCII bytes: they read the same in UTF-8, in windows-1251 and in every other encoding that a page of a clinic comes in.
/// </summary>
public static class AsciiHtml
{
    public static byte[] Encode(string html)
    {
        var ascii = new StringBuilder(html.Length);
        foreach (var rune in html.EnumerateRunes())
        {
            _ = rune.IsAscii ? ascii.Append((char)rune.Value) : ascii.Append("&#").Append(rune.Value).Append(';');
        }

        return Encoding.ASCII.GetBytes(ascii.ToString());
    }
}
