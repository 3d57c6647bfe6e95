using CookieGateway.Sites;
using CookieGateway.Statistics;

namespace CookieGateway.Dashboard;

/// <summary>The site and the period that a page is about: chosen in its address, so that a report can be bookmarked and sent.</summary>
public sealed record Pick
{
    public static IReadOnlyList<int> UsualDays { get; } = [7, 30, 90];

    /// <summary>The sites that the member may see, by name.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>The one chosen; null for all of them.</summary>
    public required Site? Site { get; init; }

    public required Period Period { get; init; }

    /// <summary>The number of days up to today; null when a first and last day were given.</summary>
    public required int? Days { get; init; }

    /// <summary>All sites can be looked at together.</summary>
    public bool AllowsAll { get; init; } = true;

    /// <summary>The page has a period.</summary>
    public bool HasPeriod { get; init; } = true;

    public IReadOnlyList<Site> Chosen => Site is null ? Sites : [Site];

    /// <summary>The query of an address that shows the same; a page adds what it needs.</summary>
    public string Query => $"?site={Uri.EscapeDataString(Site?.Id ?? "")}"
        + (Days is { } days ? $"&days={days}" : $"&from={Period.From:yyyy-MM-dd}&to={Period.To:yyyy-MM-dd}");

    /// <summary>The same for a page that shows one site at a time: without a choice it is the first.</summary>
    public Pick OneSite() => this with { Site = Site ?? (Sites.Count > 0 ? Sites[0] : null), AllowsAll = false };

    /// <summary>A site by the name its visitors know: the first of its hosts.</summary>
    public static string NameOf(Site site) => site.Hosts.Count > 0 ? site.Hosts[0].Name : site.Id;

    /// <summary>Reads what an address asks for; null when it names a site that the member may not see, or that there is not.</summary>
    public static Pick? Read(SiteCatalog sites, Viewer viewer, DateOnly today, string? siteId, int? days, DateOnly? from, DateOnly? to)
    {
        Site[] visible = [.. sites.All.Where(site => viewer.Sees(site.Id)).OrderBy(NameOf, StringComparer.Ordinal)];
        var chosen = visible.FirstOrDefault(site => site.Id == siteId);
        if (!string.IsNullOrEmpty(siteId) && chosen is null)
        {
            return null;
        }

        var given = from is not null || to is not null;
        var length = Math.Clamp(days ?? 30, 1, Period.MostDays);
        var last = to is { } end && end < today ? end : today;
        return new Pick
        {
            Sites = visible,
            Site = chosen ?? (visible.Length == 1 ? visible[0] : null),
            Days = given ? null : length,
            Period = given ? new Period(from ?? last.AddDays(1 - length), last) : Period.LastDays(length, today),
        };
    }
}
