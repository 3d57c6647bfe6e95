using Microsoft.Extensions.Primitives;

namespace CookieGateway.Proxying.Request;

/// <summary>
/// What an origin may code its answers with. A page that comes in a coding which the gateway cannot read cannot be served at all, so the
/// origin is offered only what the gateway reads, and of that only what the visitor reads.
/// </summary>
internal static class ContentCodings
{
    private static readonly string[] Readable = ["gzip", "br", "deflate", "identity"];

    /// <summary>The Accept-Encoding for the origin; null when the visitor sent none.</summary>
    public static string? ForOrigin(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0)
        {
            return null;
        }

        var offered = string.Join(", ", acceptEncoding.ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(coding => Readable.Contains(coding.Split(';')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase)));
        return offered.Length == 0 ? "identity" : offered;
    }
}
