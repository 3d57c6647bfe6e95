using System.Runtime.CompilerServices;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>Makes what the pages of a site get from the gateway. A site that is reloaded, or shows a new tracker, gets new notices.</summary>
public sealed class BannerRenderer(AssetLibrary assets, SeenTrackers seen)
{
    // Somebody may answer a page that was opened before the site's recipients changed, even several times over.
    private const int MostEarlier = 8;

    private readonly ConditionalWeakTable<BannerSettings, SiteNotices[]> _banners = [];

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
    /// now, in a language, or in the site's own where it does not speak that one. Is not found what another gateway has shown and this one
    /// never did.
    /// </summary>
    public (Notice Notice, BannerSettings Banner, bool IsFound) Answered(
        Site site, BannerSettings drawn, string language, NoticeVersion version, VisitorConsent consent)
    {
        foreach (var banner in (BannerSettings[])[drawn, .. site.Banner.All])
        {
            foreach (var notices in AllNoticesOf(site, banner))
            {
                foreach (var notice in consent.AsksAgain ? [notices.Again(language, consent), notices.In(language)] : (Notice[])[notices.In(language)])
                {
                    if (notice.Version == version)
                    {
                        return (notice, banner, true);
                    }
                }
            }
        }

        return (NoticesOf(site, drawn).In(language), drawn, version == default);
    }

    private SiteNotices NoticesOf(Site site, BannerSettings banner) => AllNoticesOf(site, banner)[0];

    /// <summary>The notices that are shown now, and behind them those of earlier recipients.</summary>
    private SiteNotices[] AllNoticesOf(Site site, BannerSettings banner)
    {
        var trackers = seen(site);
        if (_banners.TryGetValue(banner, out var known)
            && (ReferenceEquals(known[0].Recipients, trackers) || known[0].Recipients.SequenceEqual(trackers)))
        {
            return known;
        }

        SiteNotices[] notices = [new SiteNotices(site, banner, assets, trackers), .. (known ?? []).Take(MostEarlier)];
        _banners.AddOrUpdate(banner, notices);
        return notices;
    }
}
