using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;
using Microsoft.Net.Http.Headers;

namespace CookieGateway.Proxying.Response;

/// <summary>The headers of a page that is rewritten: they tell of the page as the visitor gets it, and keep it out of other visitors' caches.</summary>
internal static class PageHeaders
{
    // They speak of the origin's bytes, or invite caches to keep the page for everybody.
    private static readonly string[] Untrue =
    [
        HeaderNames.ContentLength, HeaderNames.ContentMD5, "Digest", "Content-Digest", "Repr-Digest", HeaderNames.AcceptRanges,
        HeaderNames.ContentEncoding, HeaderNames.LastModified, HeaderNames.Expires, HeaderNames.Pragma, HeaderNames.Age,
        "Surrogate-Control", "CDN-Cache-Control", "Cloudflare-CDN-Cache-Control",
    ];

    public static void ForPage(PageExchange exchange, HttpResponseMessage origin, string? coding, IReadOnlyList<Tracker> seen)
    {
        var headers = exchange.Http.Response.Headers;
        foreach (var name in Untrue)
        {
            headers.Remove(name);
        }

        if (coding is not null)
        {
            headers.ContentEncoding = coding;
            headers.Vary = Including(headers.Vary.ToString(), HeaderNames.AcceptEncoding);
        }

        ForVariant(exchange, origin);
        AdPermissions.Restrict(headers, exchange.Consent);
        if (exchange.Site.Enforcement == Enforcement.Strict && StrictPolicy.For(exchange.Site, exchange.Consent, seen) is { } policy)
        {
            // A further header of this name can only forbid more. https://www.w3.org/TR/CSP3/#multiple-policies
            headers.Append(HeaderNames.ContentSecurityPolicy, policy);
        }
    }

    /// <summary>
    /// A document that is no page passes byte for byte, and nobody judges what it loads: it may load from its own host. As an image it loads
    /// nothing anyway, and the policy does not concern it.
    /// </summary>
    public static void ForOtherXml(PageExchange exchange) =>
        exchange.Http.Response.Headers.Append(HeaderNames.ContentSecurityPolicy, "default-src 'self' 'unsafe-inline' data: blob:");

    /// <summary>A 304 says of the stored page what a 200 would say.</summary>
    public static void ForNotModified(PageExchange exchange, HttpResponseMessage origin)
    {
        exchange.Http.Response.Headers.Remove(HeaderNames.LastModified);
        exchange.Http.Response.Headers.Remove(HeaderNames.Expires);
        ForVariant(exchange, origin);
    }

    private static void ForVariant(PageExchange exchange, HttpResponseMessage origin)
    {
        var headers = exchange.Http.Response.Headers;
        var lastModified = DateIn(origin);
        headers.ETag = Validators.ForVisitor(headers.ETag.ToString(), lastModified, exchange.Variant);

        // Every use asks again, so that an answer given a moment ago counts on the next page; the tag makes that cheap. Not no-store, which
        // would take the page out of the browser's back-and-forward cache.
        var stored = !headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
        headers.CacheControl = stored ? "private, no-cache" : "private, no-store";
        headers.Vary = Including(headers.Vary.ToString(), "Cookie, Sec-GPC, Accept-Language");
    }

    private static DateTimeOffset? DateIn(HttpResponseMessage origin) =>
        origin.Content.Headers.NonValidated.TryGetValues(HeaderNames.LastModified, out var values)
        && HeaderUtilities.TryParseDate(values.ToString(), out var date)
            ? date
            : null;

    private static string Including(string vary, string names) =>
        vary.Length == 0 ? names : vary.Contains('*') ? vary : $"{vary}, {names}";
}
