using System.Text;

namespace CookieGateway.Html.Urls;

/// <summary>https://url.spec.whatwg.org/#scheme-start-state, https://url.spec.whatwg.org/#scheme-state</summary>
internal static class UrlScheme
{
    /// <summary>How long the scheme is, without its colon; 0 for a URL that has none.</summary>
    public static int Length(ReadOnlySpan<byte> url)
    {
        if (url.IsEmpty || !char.IsAsciiLetter((char)url[0]))
        {
            return 0;
        }

        var length = 1;
        while (length < url.Length && (char.IsAsciiLetterOrDigit((char)url[length]) || url[length] is (byte)'+' or (byte)'-' or (byte)'.'))
        {
            length++;
        }

        return length < url.Length && url[length] == ':' ? length : 0;
    }

    public static UrlKind KindOf(ReadOnlySpan<byte> scheme) =>
        Is(scheme, "https"u8) ? UrlKind.Https
        : Is(scheme, "http"u8) ? UrlKind.Http
        : Is(scheme, "data"u8) ? UrlKind.Data
        : Is(scheme, "javascript"u8) ? UrlKind.JavaScript
        : Is(scheme, "blob"u8) ? UrlKind.Blob
        : Is(scheme, "about"u8) ? UrlKind.About
        : Is(scheme, "ws"u8) || Is(scheme, "wss"u8) ? UrlKind.WebSocket
        : UrlKind.Other;

    private static bool Is(ReadOnlySpan<byte> scheme, ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(scheme, name);
}
