using CookieGateway.Banner;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;
using CookieGateway.Consent.Records.Json;
using CookieGateway.Consent.Trackers;
using CookieGateway.ConsentApi.Pages;
using CookieGateway.Ledger;

namespace CookieGateway.ConsentApi;

/// <summary>
/// A visitor's own records: to see, to take along, to have erased. Whoever holds the signed cookie is the visitor; nothing else
/// would prove it without asking for more data.
/// </summary>
public sealed class OwnRecords(LedgerReader ledger, Erasure erasure, ConsentCookie cookie, SeenTrackers seen)
{
    public async Task ShowAsync(OwnVisit visit) => await visit.PageAsync(
        visit.Texts.Me.Title,
        RazorText.Render<OwnRecordsPage>(
            (nameof(OwnRecordsPage.Visit), visit),
            (nameof(OwnRecordsPage.Records), await RecordsAsync(visit))));

    public async Task DownloadAsync(OwnVisit visit)
    {
        if (await RecordsAsync(visit) is not { } records)
        {
            await visit.FailAsync(OwnFailure.Unavailable);
            return;
        }

        visit.Http.Response.Headers.ContentDisposition = "attachment; filename=\"consent.json\"";
        IReadOnlyList<ConsentReceipt> receipts = [.. records.Select(record => Receipt(visit, record))];
        await visit.JsonAsync(receipts, options: RecordJson.Default.Options);
    }

    public async Task EraseAsync(OwnVisit visit)
    {
        if (!SameOrigin.Made(visit.Http.Request))
        {
            await visit.FailAsync(OwnFailure.Foreign);
            return;
        }

        var (sent, _) = await DecisionReader.ReadAsync(visit.Http.Request, visit.Aborted);
        visit.SpeakLanguage(sent?.Language);
        try
        {
            if (cookie.Earlier(visit) is { } decision)
            {
                await erasure.EraseAsync(visit.Site.Id, decision.Visitor, visit.Aborted);
            }
        }
        catch (OutboxUnavailableException)
        {
            await visit.FailAsync(OwnFailure.Unavailable);
            return;
        }

        cookie.Remove(visit);
        await visit.PageAsync(visit.Texts.Me.Title, RazorText.Render<ErasedPage>((nameof(ErasedPage.Visit), visit)));
    }

    /// <summary>The newest first; null while the store cannot be reached.</summary>
    private async Task<IReadOnlyList<ConsentRecord>?> RecordsAsync(OwnVisit visit) => cookie.Earlier(visit) is { } decision
        ? await ledger.OfVisitorIfReachableAsync(visit.Site.Id, decision.Visitor, visit.Aborted)
        : [];

    private ConsentReceipt Receipt(OwnVisit visit, ConsentRecord record) => ConsentReceipt.Of(
        record,
        [.. seen(visit.Site)
            .Where(tracker => record.Trackers.Contains(tracker.Id) || (record.Purposes.Contains(tracker.Purpose) && IsNamed(tracker, record)))
            .Select(tracker => new ReceiptRecipient(tracker.Vendor, tracker.Country, PurposeWords.Of(tracker.Purpose)))
            .Distinct()]);

    // A record that names nobody is from before names were kept, or of a site of which nothing was known yet.
    private static bool IsNamed(Tracker tracker, ConsentRecord record) =>
        record.Recipients is not { Count: > 0 } named || named.Contains(RecipientPrints.NameOf(tracker));
}
