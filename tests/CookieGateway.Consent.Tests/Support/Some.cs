using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Tests.Support;

/// <summary>Values of the domain whose details do not matter to the test.</summary>
internal static class Some
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The consent of a visitor who granted the purposes, and trackers one by one.</summary>
    public static VisitorConsent Consent(PurposeSet purposes, params string[] trackers) => new()
    {
        Decision = new ConsentDecision
        {
            Visitor = VisitorId.New(),
            Record = RecordId.New(Noon),
            Purposes = purposes,
            Trackers = trackers,
            At = Noon,
            Expires = Noon.AddDays(180),
            Policy = "1",
            Notice = default,
        },
    };
}
