using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Response;

/// <summary>Headers that make a browser ask somewhere: hints, a delayed redirect, reports. What would reach a held host is taken out.</summary>
internal static class Hints
{
    public static void Filter(PageExchange exchange, IHeaderDictionary headers)
    {
        var urls = new HeaderUrls(exchange);
        if (headers.Link.Count > 0)
        {
            headers.Link = LinkHeader.Filter(headers.Link, urls);
        }

        if (UrlInRefresh(headers["Refresh"].ToString()) is { } next && urls.Holds(next, RequestKind.Frame))
        {
            headers.Remove("Refresh");
        }

        foreach (var name in (ReadOnlySpan<string>)["Reporting-Endpoints", "Report-To", "Speculation-Rules", "SourceMap", "X-SourceMap"])
        {
            if (headers.TryGetValue(name, out var value) && QuotedUrls(value.ToString()).Any(url => urls.Holds(url, RequestKind.Ping)))
            {
                headers.Remove(name);
                if (name == "Report-To")
                {
                    // It says what to report to the group that has just gone.
                    headers.Remove("NEL");
                }
            }
        }
    }

    // https://html.spec.whatwg.org/#shared-declarative-refresh-steps
    private static string? UrlInRefresh(string refresh)
    {
        var separator = refresh.IndexOfAny([';', ',']);
        if (separator < 0)
        {
            return null;
        }

        var url = refresh[(separator + 1)..].TrimStart();
        if (url.StartsWith("url", StringComparison.OrdinalIgnoreCase) && url[3..].TrimStart().StartsWith('='))
        {
            url = url[3..].TrimStart()[1..].TrimStart();
        }

        return url.Trim('\'', '"');
    }

    private static IEnumerable<string> QuotedUrls(string text)
    {
        var parts = text.Split('"');
        return parts.Where((_, index) => index % 2 == 1).Where(part => part.Contains("//", StringComparison.Ordinal))
            .Append(parts.Length == 1 ? text.Trim() : "")
            .Where(url => url.Length > 0);
    }
}
