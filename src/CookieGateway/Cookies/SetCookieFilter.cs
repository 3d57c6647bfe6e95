using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Cookies;

/// <summary>Lets through the <c>Set-Cookie</c> headers that the visitor's consent permits, whatever they are set on: pages, redirects, images.</summary>
public static class SetCookieFilter
{
    /// <summary>The headers that may pass, in their order and untouched; each one that was there is reported to <paramref name="saw"/>.</summary>
    public static StringValues Filter(
        StringValues headers, Site site, VisitorConsent consent, DateTimeOffset now, Action<JudgedCookie, SetCookieLine> saw)
    {
        if (headers.Count == 0)
        {
            return headers;
        }

        var passing = new List<string>(headers.Count);
        foreach (var header in headers)
        {
            var line = SetCookieLine.Read(header!, now);
            if (line.Name == site.CookieName)
            {
                // Only the gateway speaks for the visitor's consent.
                continue;
            }

            var verdict = site.Judge.OfCookie(line.Name);
            var held = !line.Removes && site.Judge.Holds(verdict, consent);
            saw(new JudgedCookie(line.Name, verdict, held), line);
            if (!held)
            {
                passing.Add(header!);
            }
        }

        return passing.Count == headers.Count ? headers : new StringValues([.. passing]);
    }
}
