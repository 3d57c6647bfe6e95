using CookieGateway.Banner;
using CookieGateway.Consent.Decisions;
using CookieGateway.Cookies;
using CookieGateway.Sites;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Proxying.Request;

/// <summary>Reads what holds for a request. Whatever cannot be read, or does not count any more, leaves the visitor undecided.</summary>
public sealed class ConsentReader(ConsentTokens tokens, RevokedVisitors revoked, CarriedTrackers carried, TimeProvider time)
{
    // Sites on several domains and depths leave more than one cookie of the name; nobody honest has more than a few.
    private const int MostCookies = 8;

    public VisitorConsent Read(HttpRequest request, Site site)
    {
        var now = time.GetUtcNow();
        var decision = LatestDecision(request.Headers.Cookie, site) is { } latest && Counts(latest, site, now) ? latest : null;
        return new VisitorConsent
        {
            Decision = decision,
            RefusedBySignal = RefusedBySignal(request.Headers, site.Consent),
            Newcomers = decision is null ? Newcomers.None : Newcomers.Since(decision, carried(site), now),
        };
    }

    /// <summary>
    /// Of several cookies the latest that the gateway has signed for this site. It wins even when it does not count any more: an
    /// earlier grant must not come back to life behind a revoked one.
    /// </summary>
    private ConsentDecision? LatestDecision(StringValues headers, Site site)
    {
        ConsentDecision? latest = null;
        var tried = 0;
        foreach (var header in headers)
        {
            foreach (var pair in new CookiePairs(header))
            {
                if (pair.Name.SequenceEqual(site.CookieName)
                    && ++tried <= MostCookies
                    && tokens.TryRead(site.TokenScope, pair.Value.ToString(), out var decision)
                    && (latest is null || decision.At > latest.At))
                {
                    latest = decision;
                }
            }
        }

        return latest;
    }

    private bool Counts(ConsentDecision decision, Site site, DateTimeOffset now)
    {
        var rules = site.Consent;
        return decision.Expires > now
            && decision.At + rules.Term > now
            && (rules.AskAgainAfter is not { } askAgain || decision.At >= askAgain)
            && decision.Policy == (site.Policy.InForceAt(now)?.Version ?? "")
            && !revoked.Contains(site.Id, decision.Visitor, decision.At);
    }

    // https://www.w3.org/TR/gpc/#the-sec-gpc-header-field-for-http-requests
    private static bool RefusedBySignal(IHeaderDictionary headers, ConsentRules rules) =>
        (rules.Gpc == SignalMeaning.Refuse && headers["Sec-GPC"] == "1")
        || (rules.Dnt == SignalMeaning.Refuse && headers["DNT"] == "1");
}
