using System.Text;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// Whether a browser takes a body without a type for a page. https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
/// </summary>
internal static class HtmlSniffer
{
    /// <summary>As much of the body as a browser looks at.</summary>
    public const int Length = 1445;

    private static readonly string[] Tags =
    [
        "<!DOCTYPE HTML", "<HTML", "<HEAD", "<SCRIPT", "<IFRAME", "<H1", "<DIV", "<FONT", "<TABLE", "<A", "<STYLE", "<TITLE", "<B", "<BODY",
        "<BR", "<P", "<!--",
    ];

    public static bool IsPage(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.TrimStart("\t\n\f\r "u8);
        text = text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? text[3..].TrimStart("\t\n\f\r "u8) : text;
        foreach (var tag in Tags)
        {
            // The standard wants a space or a closing bracket behind the tag; whatever else follows, taking it for a page is the safe side.
            if (text.Length >= tag.Length && Ascii.EqualsIgnoreCase(text[..tag.Length], tag))
            {
                return true;
            }
        }

        return text.StartsWith("<?xml"u8);
    }

    /// <summary>True once enough of the body is there to say that it is no page.</summary>
    public static bool CannotBePage(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.TrimStart("\t\n\f\r "u8);
        return !text.IsEmpty && text[0] is not ((byte)'<' or 0xEF);
    }
}
