using System.Runtime.CompilerServices;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>Makes what the pages of a site get from the gateway. A site that is reloaded, or shows a new tracker, gets new notices.</summary>
public sealed class BannerRenderer(AssetLibrary assets, SeenTrackers seen)
{
    private readonly ConditionalWeakTable<BannerSettings, SiteNotices> _banners = [];

    /// <summary>The pieces for one page.</summary>
    public PageInsertions For(Site site, VisitorConsent consent, string? cspNonce, CspPermissions csp) =>
        For(site, site.Banner, consent, cspNonce, csp);

    /// <summary>The pieces for one page with a banner that was drawn for its visitor.</summary>
    public PageInsertions For(Site site, BannerSettings banner, VisitorConsent consent, string? cspNonce, CspPermissions csp) =>
        new(NoticesOf(site, banner), consent, cspNonce, csp);

    /// <summary>The trackers that a site is known to carry.</summary>
    public IReadOnlyList<Tracker> Seen(Site site) => seen(site);

    /// <summary>The first layer of a site in a language, or in the site's own where it does not speak that one.</summary>
    public Notice Notice(Site site, string language) => NoticesOf(site, site.Banner).In(language);

    /// <summary>
    /// The first layer that somebody answers: the one with the version that the answer names, or else the one that is drawn for them
    /// now, in a language, or in the site's own where it does not speak that one.
    /// </summary>
    public (Notice Notice, BannerSettings Banner) Answered(Site site, BannerSettings drawn, string language, NoticeVersion version)
    {
        foreach (var banner in (BannerSettings[])[drawn, .. site.Banner.All])
        {
            if (NoticesOf(site, banner).In(language) is { } notice && notice.Version == version)
            {
                return (notice, banner);
            }
        }

        return (NoticesOf(site, drawn).In(language), drawn);
    }

    private SiteNotices NoticesOf(Site site, BannerSettings banner)
    {
        var trackers = seen(site);
        if (_banners.TryGetValue(banner, out var known) && (ReferenceEquals(known.Recipients, trackers) || known.Recipients.SequenceEqual(trackers)))
        {
            return known;
        }

        var notices = new SiteNotices(site, banner, assets, trackers);
        _banners.AddOrUpdate(banner, notices);
        return notices;
    }
}
