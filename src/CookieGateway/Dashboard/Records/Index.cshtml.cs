using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Records;
using CookieGateway.Dashboard.Words;
using CookieGateway.Ledger;
using CookieGateway.Sites;
using CookieGateway.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.Records;

/// <summary>Who agreed to what? For officers: a list without addresses, a search by id, and the trail of who looked.</summary>
internal sealed class IndexModel(SiteCatalog sites, LedgerReader ledger, LookTrail trail, CalendarDays days, Wording words) : PageModel
{
    private const int PageLength = 50;
    private const int LatestLooks = 25;

    public Pick Pick { get; private set; } = null!;

    public IReadOnlyList<ConsentRecord> Records { get; private set; } = [];

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public string? Search { get; private set; }

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string? site, int? days, DateOnly? from, DateOnly? to, string? id, string? after, CancellationToken cancellation)
    {
        if (!Choose(site, days, from, to))
        {
            return NotFound();
        }

        if (Pick.Site is not { } chosen)
        {
            return Page();
        }

        Looks = await trail.LatestAsync(chosen.Id, LatestLooks, cancellation);
        Search = id?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(Search)
            ? await ListAsync(chosen, after, cancellation)
            : await FindAsync(chosen, Search, cancellation);
    }

    /// <summary>All records of the period as a file, written as they are read: a year of them must not have to fit into memory.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string? site, int? days, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        if (!Choose(site, days, from, to) || Pick.Site is not { } chosen)
        {
            return NotFound();
        }

        await trail.AddAsync(chosen.Id, User.Identity!.Name!, "export", subject: null, cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition =
            $"attachment; filename=\"records-{chosen.Id}-{Pick.Period.From:yyyy-MM-dd}-{Pick.Period.To:yyyy-MM-dd}.csv\"";

        // With the mark at the start, by which spreadsheets recognise UTF-8.
        await using var output = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await LedgerExport.WriteCsvAsync(
            ledger.AllAsync(chosen.Id, Start(Pick.Period.From), Start(Pick.Period.To.AddDays(1)), cancellation), output);
        return new EmptyResult();
    }

    private async Task<IActionResult> ListAsync(Site site, string? after, CancellationToken cancellation)
    {
        await trail.AddAsync(site.Id, User.Identity!.Name!, "list", subject: null, cancellation);
        var page = await ledger.OfPeriodAsync(site.Id, Start(Pick.Period.From), Start(Pick.Period.To.AddDays(1)), after, PageLength, cancellation);
        Records = page.Records;
        Next = page.Next is { } next ? $"/records{Pick.Query}&after={Uri.EscapeDataString(next)}" : null;
        return Page();
    }

    private async Task<IActionResult> FindAsync(Site site, string id, CancellationToken cancellation)
    {
        if (!VisitorId.TryParse(id, out var visitor))
        {
            Trouble = words["records.badid"];
            return Page();
        }

        await trail.AddAsync(site.Id, User.Identity!.Name!, "search", id, cancellation);

        // Both kinds of id have 32 digits, and a visitor who calls does not know which of the two was read out.
        if (RecordId.TryParse(id, out var record) && await ledger.FindAsync(site.Id, record, cancellation) is not null)
        {
            return LocalRedirect($"/records/{site.Id}/{record}");
        }

        Records = await ledger.OfVisitorAsync(site.Id, visitor, cancellation);
        Trouble = Records.Count == 0 ? words["records.notfound"] : null;
        return Page();
    }

    private bool Choose(string? site, int? length, DateOnly? from, DateOnly? to)
    {
        if (Pick.Read(sites, Viewer.Of(User)!, days.Today, site, length, from, to) is not { } pick)
        {
            return false;
        }

        Pick = pick.OneSite();
        return true;
    }

    // Midnight in the readers' zone.
    private DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, days.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
