using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Cookies;

/// <summary>The cookies of one request, judged: what the origin may have of them, and what the browser should lose.</summary>
public sealed class RequestCookies
{
    private RequestCookies(StringValues forOrigin, IReadOnlyList<JudgedCookie> cookies, bool changed)
    {
        ForOrigin = forOrigin;
        All = cookies;
        Changed = changed;
    }

    /// <summary>The <c>Cookie</c> header for the origin; the very values of the request when nothing was taken out, empty when all was.</summary>
    public StringValues ForOrigin { get; }

    /// <summary>Something was taken out.</summary>
    public bool Changed { get; }

    /// <summary>Every cookie but the gateway's own, once by name.</summary>
    public IReadOnlyList<JudgedCookie> All { get; }

    /// <summary>Names of cookies that the visitor has not granted, or does not grant any more.</summary>
    public IEnumerable<string> Held => All.Where(cookie => cookie.Held).Select(cookie => cookie.Name);

    public static RequestCookies Judge(StringValues headers, Site site, VisitorConsent consent)
    {
        if (headers.Count == 0)
        {
            return new RequestCookies(headers, [], changed: false);
        }

        var kept = new StringBuilder();
        var judged = new List<JudgedCookie>();
        var changed = false;
        foreach (var header in headers)
        {
            foreach (var pair in new CookiePairs(header))
            {
                if (Passes(pair, site, consent, judged))
                {
                    kept.Append(kept.Length == 0 ? "" : "; ").Append(pair.Whole);
                }
                else
                {
                    changed = true;
                }
            }
        }

        return new RequestCookies(changed ? KeptOrNothing(kept) : headers, judged, changed);
    }

    private static bool Passes(CookiePair pair, Site site, VisitorConsent consent, List<JudgedCookie> judged)
    {
        // The consent cookie is between the visitor and the gateway; the origin gets X-Consent.
        if (pair.Name.SequenceEqual(site.CookieName))
        {
            return false;
        }

        foreach (var known in judged)
        {
            if (pair.Name.SequenceEqual(known.Name))
            {
                return !known.Held;
            }
        }

        var verdict = site.Judge.OfCookie(pair.Name);
        var held = site.Judge.Holds(verdict, consent);
        judged.Add(new JudgedCookie(pair.Name.ToString(), verdict, held));
        return !held;
    }

    private static StringValues KeptOrNothing(StringBuilder kept) => kept.Length == 0 ? StringValues.Empty : kept.ToString();
}
