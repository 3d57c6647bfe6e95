using System.Collections.Concurrent;

namespace CookieGateway.Inventory;

/// <summary>
/// What live traffic has shown a site to set and load, and by what: step 10 of a request's life. It never throws and never waits;
/// a flush to Redis every few seconds makes one inventory of all gateways' sightings.
/// </summary>
public sealed class SiteInventory(TimeProvider time)
{
    private const int MostSites = 1_000;
    private const int MostCookies = 300;
    private const int MostThirdParties = 1_000;

    // To the minute is exact enough for "last seen", and spares nearly all work for what is on every page.
    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, SiteSightings> _sites = new(StringComparer.Ordinal);

    internal IEnumerable<SiteSightings> Sites => _sites.Values;

    public void SawCookie(string siteId, CookieSighting sighting)
    {
        var now = time.GetUtcNow();
        var seen = SeenCookie.From(sighting, now);
        if (Find(siteId) is { } sightings && !IsOldNews(sightings.Cookies.Find(seen.Name), seen, now))
        {
            sightings.Cookies.Saw(seen.Name, seen);
        }
    }

    public void SawThirdParty(string siteId, ThirdPartySighting sighting)
    {
        var now = time.GetUtcNow();
        var seen = SeenThirdParty.From(sighting, now);
        var key = $"{seen.Host} {seen.Vector}";
        if (Find(siteId) is { } sightings && !IsOldNews(sightings.ThirdParties.Find(key), seen, now))
        {
            sightings.ThirdParties.Saw(key, seen);
        }
    }

    private static bool IsOldNews(SeenCookie? known, SeenCookie seen, DateTimeOffset now) =>
        known is not null && now - known.LastSeen < Exactness && known.Held == seen.Held && known.Purpose == seen.Purpose
        && (seen.SetWith is null ? known.SeenInRequests : seen.SetWith == known.SetWith);

    private static bool IsOldNews(SeenThirdParty? known, SeenThirdParty seen, DateTimeOffset now) =>
        known is not null && now - known.LastSeen < Exactness && known.Held == seen.Held && known.Purpose == seen.Purpose;

    private SiteSightings? Find(string siteId) =>
        _sites.TryGetValue(siteId, out var known) ? known
        : _sites.Count < MostSites ? _sites.GetOrAdd(siteId, static id => new SiteSightings(id, MostCookies, MostThirdParties))
        : null;
}
