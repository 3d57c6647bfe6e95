using CookieGateway.Consent.Purposes;

namespace CookieGateway.ConsentApi;

/// <summary>
/// What holds for this visitor now, read from the cookie alone. A page that comes back from the browser's memory asks for it, since no
/// script can read the cookie.
/// </summary>
internal static class ConsentState
{
    public static Task AnswerAsync(OwnVisit visit) => visit.JsonAsync(new
    {
        asks = visit.Consent.MustAsk,
        purposes = PurposeWords.Grantable.Where(visit.Consent.Permits).Select(PurposeWords.Of),
        trackers = visit.Consent.Decision?.Trackers ?? [],
        held = visit.Consent.Newcomers.Held.Select(tracker => tracker.Id),
    });
}
