using CookieGateway.Dashboard.Health;
using CookieGateway.Redis;
using CookieGateway.Sites;
using CookieGateway.Statistics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.Sites;

/// <summary>Is everything in order?</summary>
internal sealed class IndexModel(SiteCatalog sites, RedisConnection redis, ReadinessChecks health, CalendarDays days, TimeProvider time) : PageModel
{
    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public bool RedisAnswers { get; private set; }

    /// <summary>What else is not as it should be, in sentences.</summary>
    public IReadOnlyList<string> Troubles { get; private set; } = [];

    public int ToMend => Sites.Sum(site => site.Warnings.Count) + Troubles.Count;

    public PolicyVersion? PolicyOf(Site site) => site.Policy.InForceAt(time.GetUtcNow());

    public DateOnly DayOf(DateTimeOffset moment) => days.Of(moment);

    public void OnGet()
    {
        var viewer = Viewer.Of(User)!;
        Sites = [.. sites.All.Where(site => viewer.Sees(site.Id)).OrderBy(Pick.NameOf, StringComparer.Ordinal)];
        RedisAnswers = redis.State.Connected;
        Troubles = [.. health.Ask().SelectMany(check => check.Reasons)];
    }
}
