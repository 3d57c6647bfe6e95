using System.Runtime.CompilerServices;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>Makes what the pages of a site get from the gateway. A site that is reloaded, or shows a new tracker, gets new notices.</summary>
public sealed class BannerRenderer(AssetLibrary assets, SeenTrackers seen)
{
    private readonly ConditionalWeakTable<Site, SiteNotices> _sites = [];

    /// <summary>The pieces for one page.</summary>
    public PageInsertions For(Site site, VisitorConsent consent, string? cspNonce, CspPermissions csp) =>
        new(NoticesOf(site), consent, cspNonce, csp);

    /// <summary>The first layer of a site in a language, or in the site's own where it does not speak that one.</summary>
    public Notice Notice(Site site, string language) => NoticesOf(site).In(language);

    private SiteNotices NoticesOf(Site site)
    {
        var trackers = seen(site);
        if (_sites.TryGetValue(site, out var known) && (ReferenceEquals(known.Recipients, trackers) || known.Recipients.SequenceEqual(trackers)))
        {
            return known;
        }

        var notices = new SiteNotices(site, assets, trackers);
        _sites.AddOrUpdate(site, notices);
        return notices;
    }
}
