using Microsoft.Net.Http.Headers;

namespace CookieGateway.Proxying;

/// <summary>
/// Headers that end at the next hop: those that a Connection header names. https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1.
/// YARP removes the well-known ones itself.
/// </summary>
/// <remarks>
/// One gap is Kestrel's: where exactly one of close, keep-alive and upgrade stands in a request's Connection header it keeps that word
/// alone, and what else was named there passes. What the gateway itself says is written afterwards, so nothing of it can be named away.
/// </remarks>
internal static class HopByHop
{
    // A client may not use Connection to make a header vanish that others rely on.
    private static readonly HashSet<string> Protected = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Authorization, HeaderNames.CacheControl, HeaderNames.ContentEncoding, HeaderNames.ContentLength,
        HeaderNames.ContentSecurityPolicy, HeaderNames.ContentType, HeaderNames.Cookie, HeaderNames.Host, HeaderNames.Location,
        HeaderNames.Origin, HeaderNames.Referer, HeaderNames.SetCookie, HeaderNames.Upgrade, HeaderNames.Vary,
        "Sec-Fetch-Dest", "Sec-Fetch-Mode", "Sec-Fetch-Site", "Sec-GPC", "Permissions-Policy",
    };

    /// <summary>The names to remove.</summary>
    public static IEnumerable<string> NamedIn(IEnumerable<string?> connectionHeaders) => connectionHeaders
        .SelectMany(header => (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Where(name => !Protected.Contains(name));
}
