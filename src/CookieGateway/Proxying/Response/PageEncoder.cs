using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// Codes a rewritten page again. Only where the origin had coded it, since it is the origin that knows whether that is worth it, and
/// at the fastest level, since a visitor waits.
/// </summary>
internal static class PageEncoder
{
    /// <summary>The coding for the visitor: "br", "gzip", or null for none.</summary>
    public static string? Choose(BodyCoding originCoding, StringValues acceptEncoding) =>
        originCoding == BodyCoding.Identity ? null
        : Accepts(acceptEncoding, "br") ? "br"
        : Accepts(acceptEncoding, "gzip") ? "gzip"
        : null;

    /// <summary>A stream that codes what is written to it into the output.</summary>
    public static Stream Encode(string coding, Stream output) => coding == "br"
        ? new BrotliStream(output, CompressionLevel.Fastest)
        : new GZipStream(output, CompressionLevel.Fastest);

    private static bool Accepts(StringValues acceptEncoding, string coding)
    {
        foreach (var part in acceptEncoding.ToString().Split(','))
        {
            var weight = part.IndexOf(';');
            var name = (weight < 0 ? part : part[..weight]).Trim();
            if (name.Equals(coding, StringComparison.OrdinalIgnoreCase))
            {
                return weight < 0 || part[weight..].Replace(" ", "", StringComparison.Ordinal).TrimEnd('0', '.') != ";q=";
            }
        }

        return false;
    }
}
