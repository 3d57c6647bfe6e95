using System.Runtime.CompilerServices;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Inventory;

/// <summary>The trackers of a site, with the purposes that hold on it: what its configuration declares, and what traffic has shown.</summary>
public sealed class SiteTrackers(InventoryView view)
{
    private readonly ConditionalWeakTable<Site, Lists> _known = [];

    /// <summary>All that a notice names.</summary>
    public IReadOnlyList<Tracker> Seen(Site site) => Of(site).Seen;

    /// <summary>Those which the site itself has sent since the day on which it became known, or its configuration declares.</summary>
    public IReadOnlyList<Tracker> Carried(Site site) => Of(site).Carried;

    // Every request of somebody who has decided asks this, so it is put together only when the view has changed.
    private Lists Of(Site site)
    {
        var (seen, carried) = (view.TrackersOf(site.Id), view.CarriedTrackersOf(site.Id));
        if (_known.TryGetValue(site, out var known) && ReferenceEquals(known.SeenIds, seen) && ReferenceEquals(known.CarriedIds, carried))
        {
            return known;
        }

        var lists = new Lists(seen, carried, Trackers(site, seen), Trackers(site, carried));
        _known.AddOrUpdate(site, lists);
        return lists;
    }

    private static Tracker[] Trackers(Site site, IReadOnlyList<string> ids) =>
    [
        .. site.TrackerRules.Declared.Concat(ids).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(site.Judge.Find).OfType<Tracker>(),
    ];

    private sealed record Lists(
        IReadOnlyList<string> SeenIds, IReadOnlyList<string> CarriedIds, IReadOnlyList<Tracker> Seen, IReadOnlyList<Tracker> Carried);
}
