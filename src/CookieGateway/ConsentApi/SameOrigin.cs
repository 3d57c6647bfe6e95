namespace CookieGateway.ConsentApi;

/// <summary>Whether a request was made by a page of the very host it asks: nobody else may decide in a visitor's name.</summary>
internal static class SameOrigin
{
    /// <summary>
    /// The browser's own word counts first (https://www.w3.org/TR/fetch-metadata/): it is there even where a page's Referrer-Policy
    /// turns Origin into "null". Browsers that do not say it send Origin, or at the least Referer.
    /// </summary>
    public static bool Made(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site == "same-origin";
        }

        var origin = request.Headers.Origin.ToString();
        return IsOwn(origin.Length > 0 ? origin : request.Headers.Referer.ToString(), request.Host);
    }

    /// <summary>The path with its query of an address on the request's own host; null for every other address.</summary>
    public static string? LocalPath(string? address, HostString host) =>
        IsOwn(address, host) ? new Uri(address!).PathAndQuery : null;

    // The scheme may differ: a proxy before the gateway may have ended TLS.
    private static bool IsOwn(string? address, HostString host) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && string.Equals(uri.IsDefaultPort ? uri.Host : uri.Authority, DefaultPortless(host, uri.Scheme), StringComparison.OrdinalIgnoreCase);

    private static string DefaultPortless(HostString host, string scheme) =>
        host.Port == (scheme == "https" ? 443 : 80) ? host.Host : host.Value ?? "";
}
