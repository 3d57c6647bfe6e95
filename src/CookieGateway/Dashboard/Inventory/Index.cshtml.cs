using CookieGateway.Consent.Purposes;
using CookieGateway.Dashboard.Words;
using CookieGateway.Inventory;
using CookieGateway.Sites;
using CookieGateway.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.Inventory;

/// <summary>What does the site set and load?</summary>
internal sealed class IndexModel(SiteCatalog sites, InventoryQuery query, CalendarDays days, Wording words) : PageModel
{
    public Pick Pick { get; private set; } = null!;

    public IReadOnlyList<SeenCookie> Cookies { get; private set; } = [];

    public IReadOnlyList<SeenThirdParty> ThirdParties { get; private set; } = [];

    public int Unclassified => Cookies.Count(cookie => cookie.Purpose is null)
        + ThirdParties.Where(party => party.Purpose is null).Select(party => party.Host).Distinct(StringComparer.Ordinal).Count();

    public int Hosts => ThirdParties.Select(party => party.Host).Distinct(StringComparer.Ordinal).Count();

    /// <summary>
    /// Whether this waits for consent. The sighting does not say it: the last one may have been a visitor's who had agreed. Only of
    /// what nobody knows does the sighting tell, as it is the site's rules that decide there.
    /// </summary>
    public static bool WaitsForConsent(Purpose? purpose, bool wasHeld) => purpose is { } known ? known != Purpose.Necessary : wasHeld;

    public string When(DateTimeOffset moment) => words.Date(days.Of(moment));

    public async Task<IActionResult> OnGetAsync(string? site, CancellationToken cancellation) =>
        await LoadAsync(site, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(string? site, CancellationToken cancellation) =>
        await LoadAsync(site, cancellation)
            ? File(Csv.Of(InventoryCsv.Rows(Cookies, ThirdParties, words)), "text/csv; charset=utf-8", $"inventory-{Pick.Site?.Id}.csv")
            : NotFound();

    private async Task<bool> LoadAsync(string? site, CancellationToken cancellation)
    {
        if (Pick.Read(sites, Viewer.Of(User)!, days.Today, site, null, null, null) is not { } pick)
        {
            return false;
        }

        Pick = pick.OneSite() with { HasPeriod = false };
        if (Pick.Site is { } chosen)
        {
            Cookies = await query.CookiesAsync(chosen.Id, cancellation);
            ThirdParties = await query.ThirdPartiesAsync(chosen.Id, cancellation);
        }

        return true;
    }
}
