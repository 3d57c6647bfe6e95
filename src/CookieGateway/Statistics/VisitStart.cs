using Microsoft.Net.Http.Headers;

namespace CookieGateway.Statistics;

/// <summary>
/// Tells the first page of a visit from those after it, by what this one request says and without recognising anybody.
/// Pages per visitor differ, so "did not answer" needs visits; and a visit is all that can be counted without an identifier.
/// </summary>
public static class VisitStart
{
    /// <summary>True when the request is a navigation that came from outside of the site's own hosts.</summary>
    public static bool Is(HttpRequest request, Predicate<string> isOwnHost)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(isOwnHost);
        var headers = request.Headers;

        // A page fetched ahead of time may never be looked at.
        if (Has(headers["Sec-Purpose"], "prefetch") || Has(headers["Purpose"], "prefetch"))
        {
            return false;
        }

        // Frames and scripts fetch pages too. https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header
        string? destination = headers["Sec-Fetch-Dest"];
        if (destination is { Length: > 0 } and not "document")
        {
            return false;
        }

        // A reload repeats the origin of the first load; browsers mark it with a request to revalidate.
        if (Has(headers.CacheControl, "max-age=0") || Has(headers.CacheControl, "no-cache"))
        {
            return false;
        }

        // Browsers send Sec-Fetch-Site to secure origins only; on plain http the referring address has to do.
        string? site = headers["Sec-Fetch-Site"];
        return site is { Length: > 0 } ? site is "none" or "cross-site" : CameFromElsewhere(headers, isOwnHost);
    }

    private static bool CameFromElsewhere(IHeaderDictionary headers, Predicate<string> isOwnHost) =>
        !Uri.TryCreate(headers[HeaderNames.Referer], UriKind.Absolute, out var from) || !isOwnHost(from.Host);

    private static bool Has(string? value, string part) =>
        value?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;
}
