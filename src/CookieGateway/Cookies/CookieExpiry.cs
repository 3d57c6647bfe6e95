using System.Net;

namespace CookieGateway.Cookies;

/// <summary>
/// <c>Set-Cookie</c> headers that remove cookies a browser already has. A browser keys a cookie by name, domain, path and partition and
/// tells none but the name, so every key it may have is removed.
/// </summary>
public static class CookieExpiry
{
    // A response with more header lines than this costs more than it helps: what is left goes with the next one.
    private const int MostLines = 120;

    /// <param name="names">Names of the cookies, as the browser sent them.</param>
    /// <param name="host">The host they were sent to, without a port.</param>
    /// <param name="path">The path they were sent to.</param>
    /// <param name="isHttps">Whether the browser came over https: only then, or on this very machine, there are partitioned and secure cookies.</param>
    public static IEnumerable<string> Lines(IEnumerable<string> names, string host, string path, bool isHttps)
    {
        var paths = PathsAbove(path);
        var known = names.Distinct(StringComparer.Ordinal).ToArray();
        return paths
            .SelectMany(where => known.SelectMany(name => Lines(name, host, where, isHttps)))
            .Take(MostLines);
    }

    private static IEnumerable<string> Lines(string name, string host, string path, bool isHttps)
    {
        // https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy: browsers take a loopback name for secure.
        var mayBePartitioned = isHttps || host.EndsWith(".localhost", StringComparison.Ordinal);
        foreach (var domain in DomainsAbove(host, name))
        {
            var line = $"{name}=; Path={path}{(domain is null ? "" : "; Domain=" + domain)}; Max-Age=0; "
                + "Expires=Thu, 01 Jan 1970 00:00:00 GMT";
            yield return isHttps ? line + "; Secure" : line;
            if (mayBePartitioned)
            {
                // https://www.rfc-editor.org/rfc/rfc6265bis: a partitioned cookie is another cookie, and only such a line removes it.
                yield return line + "; Secure; SameSite=None; Partitioned";
            }
        }
    }

    /// <summary>No domain (the cookie of this host alone), then the host and each domain above it that may have cookies.</summary>
    private static IEnumerable<string?> DomainsAbove(string host, string name)
    {
        yield return null;
        if (name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _))
        {
            yield break;
        }

        for (var domain = host; domain.Contains('.'); domain = domain[(domain.IndexOf('.') + 1)..])
        {
            yield return domain;
        }
    }

    /// <summary>The root first, since nearly all tracking cookies lie there; then the folders on the way to the path.</summary>
    private static IEnumerable<string> PathsAbove(string path)
    {
        yield return "/";
        for (var slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (IsPlain(path.AsSpan(0, slash)))
            {
                yield return path[..slash];
                yield return path[..(slash + 1)];
            }
        }

        if (!path.EndsWith('/') && IsPlain(path))
        {
            yield return path;
        }
    }

    // What could end the attribute and begin another one is not repeated from a request.
    private static bool IsPlain(ReadOnlySpan<char> path) =>
        !path.ContainsAny(";,") && !path.ContainsAnyExceptInRange('!', '~');
}
