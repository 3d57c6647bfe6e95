using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;

namespace CookieGateway.ConsentApi;

/// <summary>
/// The gateway's own paths on every host of a site: decisions, the visitor's own records, notices and their assets. Step 3 of a
/// request's life asks here first.
/// </summary>
public sealed class ConsentPaths(
    DecisionEndpoint decisions, NoticePages notices, OwnRecords records, AssetEndpoint assets, ReportEndpoint reports)
{
    private const string GpcPath = "/.well-known/gpc.json";

    /// <summary>Answers when the path is the gateway's; false when it is the origin's.</summary>
    public async ValueTask<bool> AnswerAsync(HttpContext http, Site site, VisitorConsent consent)
    {
        var path = http.Request.Path.Value ?? "";
        if (path == GpcPath)
        {
            await GpcSupport.AnswerAsync(Visit(http, site, consent));
            return true;
        }

        if (!path.StartsWith(site.PathPrefix, StringComparison.Ordinal)
            || (path.Length > site.PathPrefix.Length && path[site.PathPrefix.Length] != '/'))
        {
            return false;
        }

        var visit = Visit(http, site, consent);
        await (path[site.PathPrefix.Length..].Split('/') switch
        {
            [""] or ["", ""] => visit.OnGet(() => notices.PreferencesAsync(visit)),
            ["", "decision"] => visit.OnPost(() => decisions.DecideAsync(visit)),
            ["", "withdraw"] => visit.OnPost(() => decisions.WithdrawAsync(visit)),
            ["", "state.json"] => visit.OnGet(() => ConsentState.AnswerAsync(visit)),
            ["", "listed"] => visit.OnGet(() => ListedRequests.AnswerAsync(visit)),
            ["", "me"] => visit.OnGet(() => records.ShowAsync(visit)),
            ["", "me.json"] => visit.OnGet(() => records.DownloadAsync(visit)),
            ["", "me", "erase"] => visit.OnPost(() => records.EraseAsync(visit)),
            ["", "policies"] => visit.OnGet(() => notices.PoliciesAsync(visit)),
            ["", "policies", var version] => visit.OnGet(() => notices.PolicyAsync(visit, version)),
            ["", "declaration"] => visit.OnGet(() => notices.DeclarationAsync(visit)),
            ["", "assets", var hash, var file] => visit.OnGet(() => assets.AnswerAsync(visit, hash, file)),
            ["", "report"] => visit.OnPost(() => reports.TakeAsync(visit)),
            _ => visit.FailAsync(OwnFailure.NotFound),
        });
        return true;
    }

    private OwnVisit Visit(HttpContext http, Site site, VisitorConsent consent) =>
        new(http, site, consent) { Stylesheet = assets.StylesheetOf(site) };
}
