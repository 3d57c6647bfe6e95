using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Records;
using CookieGateway.Ledger;
using CookieGateway.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.Records;

/// <summary>One record with all that is kept of it, and what an officer may do for the visitor. Each look and each act is put on the trail first.</summary>
internal sealed class RecordModel(
    SiteCatalog sites, LedgerReader ledger, Erasure erasure, LookTrail trail) : PageModel
{
    public Site Site { get; private set; } = null!;

    public ConsentRecord Record { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string site, string id, CancellationToken cancellation) =>
        await LoadAsync(site, id, "view", cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetJsonAsync(string site, string id, CancellationToken cancellation) =>
        await LoadAsync(site, id, "export", cancellation)
            ? File(RecordExport.Of(Record), "application/json; charset=utf-8", $"consent-{Record.Id}.json")
            : NotFound();

    public async Task<IActionResult> OnPostEraseAsync(string site, string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(site, id, "erase", cancellation))
        {
            return NotFound();
        }

        if (Record.Erased is null)
        {
            await erasure.EraseAsync(Site.Id, Record.Visitor, cancellation);
            Done = "records.erase.done";
        }

        return LocalRedirect($"/records/{Site.Id}/{Record.Id}");
    }

    public async Task<IActionResult> OnPostRevokeAsync(string site, string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(site, id, "revoke", cancellation))
        {
            return NotFound();
        }

        if (Record.Erased is null)
        {
            await erasure.RevokeAsync(Site.Id, Record.Visitor, cancellation);
            Done = "records.revoke.done";
        }

        return LocalRedirect($"/records/{Site.Id}/{Record.Id}");
    }

    private async Task<bool> LoadAsync(string siteId, string id, string action, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(User)!;
        if (!viewer.Sees(siteId) || !sites.TryGet(siteId, out var site) || !RecordId.TryParse(id, out var recordId))
        {
            return false;
        }

        await trail.AddAsync(site.Id, viewer.Name, action, id, cancellation);
        if (await ledger.FindAsync(site.Id, recordId, cancellation) is not { } record)
        {
            return false;
        }

        (Site, Record) = (site, record);
        return true;
    }
}
