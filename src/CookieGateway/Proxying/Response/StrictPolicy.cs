using System.Runtime.CompilerServices;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Sites;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// The Content-Security-Policy of strict enforcement: a page may reach its own hosts, what the configuration allows and what the visitor has
/// granted. It says nothing about inline code, which the rewriter judges and the site's own policy may forbid.
/// </summary>
internal static class StrictPolicy
{
    private static readonly ConditionalWeakTable<Site, Hosts> Cache = [];

    /// <summary>The policy; null where the visitor's consent leaves nothing to forbid.</summary>
    public static string? For(Site site, VisitorConsent consent)
    {
        // What nobody knows runs once everything is granted, and no list could name it.
        if (consent.Purposes == PurposeSet.All)
        {
            return null;
        }

        var hosts = Cache.GetValue(site, static known => new Hosts(known)).PermittedBy(consent);
        return $"script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data: {hosts}; "
            + $"connect-src 'self' blob: data: {hosts}; "
            + $"frame-src 'self' blob: data: {hosts}; "
            + $"img-src 'self' blob: data: {hosts}; "
            + $"media-src 'self' blob: data: {hosts}; "
            + $"object-src 'self' {hosts}; "
            + $"worker-src 'self' blob: data: {hosts}; "
            + $"report-uri {site.PathPrefix}/report";
    }

    private sealed class Hosts(Site site)
    {
        private readonly string?[] _byPurposes = new string?[PurposeSet.All.Bits + 1];
        private readonly string _own = string.Join(' ', site.Hosts.Select(host => host.ToString())
            .Concat(site.CookieDomains.SelectMany(domain => (string[])[domain, "*." + domain]))
            .Concat(site.TrackerRules.Allow.Select(allowed => allowed.Split('/')[0]).SelectMany(host => (string[])[host, "*." + host]))
            .Distinct(StringComparer.Ordinal));

        /// <summary>Made once for each set of purposes; visitors who have granted a single tracker besides are few.</summary>
        public string PermittedBy(VisitorConsent consent) => consent.Decision is { Trackers.Count: > 0 }
            ? List(consent)
            : _byPurposes[consent.Purposes.Bits] ??= List(consent);

        private string List(VisitorConsent consent) => _own + string.Concat(site.Judge.Trackers
            .Where(consent.Permits)
            .SelectMany(tracker => tracker.Requests)
            .Select(request => request.Host)
            .Where(host => !host.EndsWith('*'))
            .Distinct(StringComparer.Ordinal)
            .Select(host => $" {host} *.{host}"));
    }
}
