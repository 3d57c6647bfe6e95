using System.Collections.Concurrent;
using CookieGateway.Redis;

namespace CookieGateway.Inventory;

/// <summary>
/// What is known of each site's trackers and unknown hosts without asking Redis, for the notice and the declaration: read once a minute,
/// so that all gateways name the same recipients, and empty until a site has been visited. While Redis is away the last view stays.
/// </summary>
public sealed class InventoryView
{
    // Page after page of a site becomes known: what turns up until then was there all along.
    private static readonly TimeSpan Learning = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, View> _sites =
        new(StringComparer.Ordinal);

    /// <summary>Ids of the trackers that the site was seen to carry, in alphabetical order.</summary>
    public IReadOnlyList<string> TrackersOf(string siteId) => _sites.TryGetValue(siteId, out var seen) ? seen.Trackers : [];

    /// <summary>
    /// Those of them that the site itself has sent, in a page, a header, a cookie that its server set, and that came after the day on
    /// which it became known.
    /// </summary>
    public IReadOnlyList<string> CarriedTrackersOf(string siteId) => _sites.TryGetValue(siteId, out var seen) ? seen.Carried : [];

    /// <summary>Hosts that nobody has classified, in alphabetical order.</summary>
    public IReadOnlyList<string> UnknownHostsOf(string siteId) => _sites.TryGetValue(siteId, out var seen) ? seen.UnknownHosts : [];

    /// <summary>Reads the inventory of these sites; false when Redis could not be asked.</summary>
    internal async Task<bool> RefreshAsync(InventoryStore store, IEnumerable<string> siteIds, CancellationToken cancellation)
    {
        try
        {
            foreach (var site in siteIds)
            {
                var cookies = await store.CookiesAsync(site, cancellation);
                var parties = await store.ThirdPartiesAsync(site, cancellation);
                var view = new View(
                    Sorted(cookies.Select(cookie => cookie.Tracker).Concat(parties.Select(party => party.Tracker))),
                    TakenOn(
                        cookies.Where(cookie => cookie.SetWith is not null).Select(cookie => (cookie.Tracker, cookie.FirstSeen))
                            .Concat(parties.Where(party => party.Vector != SeenThirdParty.Reported).Select(party => (party.Tracker, party.FirstSeen)))),
                    Sorted(parties.Where(party => party.Purpose is null).Select(party => party.Host)));

                // What stays the same stays the same object, and nobody who keeps something made of it has to make it anew.
                _sites.AddOrUpdate(site, view, (_, known) => known.IsLike(view) ? known : view);
            }

            return true;
        }
        catch (RedisUnavailableException)
        {
            return false;
        }
    }

    private sealed record View(IReadOnlyList<string> Trackers, IReadOnlyList<string> Carried, IReadOnlyList<string> UnknownHosts)
    {
        public bool IsLike(View other) =>
            Trackers.SequenceEqual(other.Trackers) && Carried.SequenceEqual(other.Carried) && UnknownHosts.SequenceEqual(other.UnknownHosts);
    }

    private static string[] TakenOn(IEnumerable<(string? Tracker, DateTimeOffset FirstSeen)> sent)
    {
        var all = sent.ToList();
        var known = all.Select(one => one.FirstSeen).DefaultIfEmpty().Min() + Learning;
        return Sorted(all.GroupBy(one => one.Tracker, one => one.FirstSeen).Where(tracker => tracker.Min() >= known).Select(tracker => tracker.Key));
    }

    private static string[] Sorted(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
