namespace CookieGateway.ConsentApi;

/// <summary>Says that the site honours Global Privacy Control. https://www.w3.org/TR/gpc/#gpc-support-resource</summary>
internal static class GpcSupport
{
    // The day on which this way of honouring the signal was last changed.
    private const string LastUpdate = "2026-11-21";

    public static Task AnswerAsync(OwnVisit visit) =>
        visit.OnGet(() => visit.JsonAsync(new { gpc = visit.Site.Consent.Gpc == Sites.SignalMeaning.Refuse, lastUpdate = LastUpdate }));
}
