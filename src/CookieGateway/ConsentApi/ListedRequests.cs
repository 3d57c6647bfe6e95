using System.Text;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.ConsentApi;

/// <summary>
/// Tells the guard in the browser what the site's filter lists say of a request that the page's code is about to make. The same for every
/// visitor, so it says what the request is and not whether it is held; nothing of the address is kept.
/// </summary>
internal static class ListedRequests
{
    private const string Keep = "private, max-age=600";

    public static Task AnswerAsync(OwnVisit visit)
    {
        var query = visit.Http.Request.Query;
        if (!int.TryParse(query["kind"], out var kind) || !Enum.IsDefined((RequestKind)kind))
        {
            return visit.FailAsync(OwnFailure.Unclear);
        }

        var verdict = visit.Site.Judge.OfRequest(
            Encoding.ASCII.GetBytes(query["host"].ToString()), Encoding.UTF8.GetBytes(query["target"].ToString()), (RequestKind)kind);
        visit.Http.Response.Headers.CacheControl = Keep;
        return visit.JsonAsync(new
        {
            tracker = verdict is { Kind: VerdictKind.Tracker, Tracker: { } tracker } ? new { purpose = PurposeWords.Of(tracker.Purpose), tracker = tracker.Id } : null,
        });
    }
}
