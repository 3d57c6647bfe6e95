using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.ConsentApi;

/// <summary>Whom an answer is about: the recipients that its notice named, those that were not wanted, and the purposes that were offered.</summary>
/// <param name="Recipients">As in <see cref="Consent.Records.ConsentRecord.Recipients"/>.</param>
/// <param name="Declined">As in <see cref="Consent.Records.ConsentRecord.Declined"/>.</param>
/// <param name="Offered">As in <see cref="Consent.Records.ConsentRecord.Offered"/>.</param>
internal sealed record NoticeAgreement(IReadOnlyList<string>? Recipients, IReadOnlyList<string>? Declined, PurposeSet? Offered)
{
    /// <param name="message">The answer.</param>
    /// <param name="consent">What held before it.</param>
    /// <param name="purposes">What is granted from it on.</param>
    /// <param name="named">The recipients that the notice named.</param>
    public static NoticeAgreement Of(DecisionMessage message, VisitorConsent consent, PurposeSet purposes, IReadOnlyList<Tracker> named)
    {
        var granted = named.Where(tracker => tracker.Purpose != Purpose.Necessary && purposes.Contains(tracker.Purpose));
        if (message.AdmitsNewcomers == true || message.Purposes is not null || consent.Decision is not { } before)
        {
            return new(Names(granted), null, null);
        }

        // Nobody has been asked for anything but one embed, or has declined what was asked: what was agreed to stays what it was.
        var declined = named.Where(before.Declined.Contains)
            .Concat(message.AdmitsNewcomers == false ? consent.Newcomers.Asked : [])
            .Distinct();
        var offered = message.AdmitsNewcomers == false ? PurposeSet.All : before.Offered;
        return new(
            before.Recipients is { } known ? Names(granted.Where(known.Contains)) : null,
            Names(declined) is { Length: > 0 } names ? names : null,
            offered == PurposeSet.All ? null : offered);
    }

    private static string[] Names(IEnumerable<Tracker> trackers) =>
        [.. trackers.Select(RecipientPrints.NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
