using System.Runtime.CompilerServices;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// The Content-Security-Policy of strict enforcement: a page may reach its own hosts, what the configuration allows, what is necessary, and
/// of what the visitor has granted the trackers that the site is known to carry: the catalog's thousands of hosts would be a header that
/// browsers and proxies refuse. What a granted tag manager brings for the first time is stopped and reported, and known from then on.
/// It says nothing about inline code, which the rewriter judges and the site's own policy may forbid, nor about styles and fonts.
/// </summary>
internal static class StrictPolicy
{
    private static readonly ConditionalWeakTable<Site, string> Always = [];

    /// <summary>The policy; null where the visitor's consent leaves nothing to forbid.</summary>
    public static string? For(Site site, VisitorConsent consent, IReadOnlyList<Tracker> seen)
    {
        // What nobody knows runs once everything is granted, and no list could name it. A newcomer that must wait is kept out by the list.
        if (consent.Purposes == PurposeSet.All && consent.Newcomers.Held.Count == 0)
        {
            return null;
        }

        var always = Always.GetValue(site, AlwaysPermitted);
        var granted = seen.Where(tracker => tracker.Purpose != Purpose.Necessary && consent.Permits(tracker));
        return $"default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data: {always}{Hosts(granted)}; "
            + $"style-src * 'unsafe-inline' blob: data:; font-src * blob: data:; report-uri {site.PathPrefix}/report";
    }

    private static string AlwaysPermitted(Site site) => string.Join(' ', site.Hosts.Select(host => host.ToString())
        .Concat(site.CookieDomains.SelectMany(domain => (string[])[domain, "*." + domain]))
        .Concat(site.TrackerRules.Allow.Select(allowed => allowed.Split('/')[0]).SelectMany(host => (string[])[host, "*." + host]))
        .Distinct(StringComparer.Ordinal)) + Hosts(site.Judge.Trackers.Where(tracker => tracker.Purpose == Purpose.Necessary));

    // A host stands for its subdomains too; those of one that is a subdomain itself need not be said, which keeps the header short.
    private static string Hosts(IEnumerable<Tracker> trackers) => string.Concat(trackers
        .SelectMany(tracker => tracker.Requests)
        .Select(request => request.Host)
        .Where(host => !host.EndsWith('*'))
        .Distinct(StringComparer.Ordinal)
        .Select(host => host.Count(sign => sign == '.') > 1 ? $" {host}" : $" {host} *.{host}"));
}
