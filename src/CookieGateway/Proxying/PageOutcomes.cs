using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Signals;
using CookieGateway.Consent.Trackers;
using CookieGateway.Cookies;
using CookieGateway.Inventory;
using CookieGateway.Proxying.Failures;
using CookieGateway.Sites;
using CookieGateway.Statistics;

namespace CookieGateway.Proxying;

/// <summary>Step 10: tells the counters and the inventory what a request has shown.</summary>
internal sealed class PageOutcomes(VisitCounter visits, SiteInventory inventory, SiteCatalog sites)
{
    public void Count(PageExchange exchange, ProxyFailure failure)
    {
        visits.Count(exchange.Site.Id, OutcomeOf(exchange, failure));
        CountCookies(exchange);
        CountThirdParties(exchange);
        exchange.Page?.Findings.Clear();
    }

    private VisitOutcome OutcomeOf(PageExchange exchange, ProxyFailure failure)
    {
        var request = exchange.Http.Request;
        return new VisitOutcome
        {
            State = exchange.Page is { IsTopDocument: true } ? StateOf(exchange.Consent) : PageState.NotAPage,
            StartsVisit = VisitStart.Is(request, host => sites.Find(new HostString(host)) == exchange.Site),
            Robot = Crawlers.IsOne(request.Headers.UserAgent),
            Language = exchange.Page?.Findings.Language,
            Variant = exchange.Site.Banner.Variants.Count > 0 ? exchange.Banner.Name : null,
            Failure = failure.Fault,
            HeldTags = exchange.Page?.Findings.Held ?? 0,
            HeldCookies = exchange.Cookies.Held.Count() + exchange.SetCookies.Count(set => set.Cookie.Held),
        };
    }

    private static PageState StateOf(VisitorConsent consent) =>
        consent.IsUndecided ? PageState.Asked
        : !consent.Purposes.IsNecessaryOnly || consent.Decision is { Trackers.Count: > 0 } ? PageState.Granted
        : consent.Decision is null ? PageState.RefusedBySignal
        : PageState.Refused;

    private void CountCookies(PageExchange exchange)
    {
        foreach (var cookie in exchange.Cookies.All)
        {
            inventory.SawCookie(exchange.Site.Id, SightingOf(cookie, exchange, attributes: null));
        }

        foreach (var (cookie, line) in exchange.SetCookies)
        {
            inventory.SawCookie(exchange.Site.Id, SightingOf(cookie, exchange, new CookieAttributes
            {
                Domain = line.Domain,
                Path = line.Path,
                LifetimeSeconds = (long?)line.Lifetime?.TotalSeconds,
                HttpOnly = line.HttpOnly,
                Secure = line.Secure,
                SameSite = line.SameSite,
                Partitioned = line.Partitioned,
            }));
        }
    }

    private void CountThirdParties(PageExchange exchange)
    {
        foreach (var found in exchange.HeaderFindings.All.Concat(exchange.Page?.Findings.All ?? []))
        {
            if (found.Host.Length > 0)
            {
                inventory.SawThirdParty(exchange.Site.Id, new ThirdPartySighting
                {
                    Host = found.Host,
                    Vector = found.Kind.ToString().ToLowerInvariant(),
                    Page = exchange.Address.Path,
                    Tracker = found.Verdict.Tracker?.Id,
                    Purpose = PurposeOf(found.Verdict),
                    Held = found.Held,
                });
            }
        }
    }

    private static CookieSighting SightingOf(JudgedCookie cookie, PageExchange exchange, CookieAttributes? attributes) => new()
    {
        Name = cookie.Name,
        SetWith = attributes,
        Path = exchange.Address.Path,
        Tracker = cookie.Verdict.Tracker?.Id,
        Purpose = PurposeOf(cookie.Verdict),
        Held = cookie.Held,
    };

    // What the site's configuration allows is known and necessary, though no tracker of the catalog.
    private static Purpose? PurposeOf(Verdict verdict) =>
        verdict.Kind == VerdictKind.Unclassified ? null : verdict.Purpose;
}
