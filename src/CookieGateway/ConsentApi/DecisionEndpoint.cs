using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;
using CookieGateway.Consent.Signals;
using CookieGateway.Cookies;
using CookieGateway.Ledger;
using CookieGateway.Statistics;
using Microsoft.Net.Http.Headers;

namespace CookieGateway.ConsentApi;

/// <summary>
/// The life of a decision: check, append to the ledger, set the cookie, answer. No cookie without proof: when the record cannot be made
/// durable, nothing is granted.
/// </summary>
public sealed class DecisionEndpoint(
    DecisionRecords records, ConsentLedger ledger, NoticeArchive archive, ConsentCookie cookie, DecisionCounter counter)
    : IDisposable
{
    private readonly DecisionRate _rate = new();

    public async Task DecideAsync(OwnVisit visit)
    {
        if (Obstacle(visit) is { } obstacle)
        {
            await visit.FailAsync(obstacle);
            return;
        }

        var (message, failure) = await DecisionReader.ReadAsync(visit.Http.Request, visit.Aborted);
        if (message is null)
        {
            await visit.FailAsync(failure);
            return;
        }

        await TakeAsync(visit, message);
    }

    /// <summary>The same as granting nothing, for one who has granted: one step, from every page.</summary>
    public async Task WithdrawAsync(OwnVisit visit)
    {
        if (Obstacle(visit) is { } obstacle)
        {
            await visit.FailAsync(obstacle);
            return;
        }

        var (sent, _) = await DecisionReader.ReadAsync(visit.Http.Request, visit.Aborted);
        await TakeAsync(visit, new DecisionMessage
        {
            Purposes = PurposeSet.NecessaryOnly,
            Method = ConsentMethod.Withdrawal,
            IsForm = sent?.IsForm ?? visit.Http.Request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true,
            ReturnTo = sent?.ReturnTo,
            Language = sent?.Language,
            Page = sent?.Page,
        });
    }

    public void Dispose() => _rate.Dispose();

    private OwnFailure? Obstacle(OwnVisit visit) =>
        !SameOrigin.Made(visit.Http.Request) ? OwnFailure.Foreign
        : !_rate.Permits(visit.Address) ? OwnFailure.TooMany
        : null;

    private async Task TakeAsync(OwnVisit visit, DecisionMessage message)
    {
        visit.SpeakLanguage(message.Language);
        var back = LocalReturn.Of(visit.Http.Request, message.ReturnTo);
        if (message.Choose)
        {
            await visit.SeeOtherAsync(
                $"{visit.Site.PathPrefix}/?lang={visit.Language}&return={Uri.EscapeDataString(back)}");
            return;
        }

        // A machine's click is nobody's consent, and would only blur the numbers.
        if (Crawlers.IsOne(visit.Http.Request.Headers.UserAgent))
        {
            await AnswerAsync(visit, message, back, receipt: null);
            return;
        }

        if (records.Make(visit, message) is not { } made)
        {
            await visit.FailAsync(OwnFailure.Unclear);
            return;
        }

        try
        {
            await archive.KeepAsync(visit.Site.Id, made.Notice.Version, made.Notice.Bytes, visit.Aborted);
            await ledger.AppendAsync(made.Record, visit.Aborted);
        }
        catch (OutboxUnavailableException)
        {
            await visit.FailAsync(OwnFailure.Unavailable);
            return;
        }

        var decision = made.Consent.Decision!;
        cookie.Set(visit, decision);
        RemoveTracks(visit, made.Consent, made.Record.Page);
        var outcome = DecisionOutcome.Of(visit.Consent, decision, made.Record.Method.ToString(), visit.Language);
        counter.Count(visit.Site.Id, outcome with { Variant = made.Variant });
        await AnswerAsync(visit, message, back, DecisionReceipt.Of(made.Consent));
    }

    /// <summary>What trackers have left behind and is not granted (any more) goes with the same answer, the cookies that no script sees too.</summary>
    private static void RemoveTracks(OwnVisit visit, VisitorConsent consent, string? page)
    {
        var request = visit.Http.Request;
        var held = RequestCookies.Judge(request.Headers.Cookie, visit.Site, consent).Held;
        foreach (var line in CookieExpiry.Lines(held, request.Host.Host.ToLowerInvariant(), page ?? "/", request.IsHttps))
        {
            visit.Http.Response.Headers.Append(HeaderNames.SetCookie, line);
        }
    }

    private static Task AnswerAsync(OwnVisit visit, DecisionMessage message, string back, DecisionReceipt? receipt) =>
        message.IsForm ? visit.SeeOtherAsync(back)
        : receipt is null ? visit.NothingAsync()
        : visit.JsonAsync(receipt);
}
