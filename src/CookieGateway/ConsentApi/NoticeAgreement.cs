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
    /// <param name="named">The recipients that the notice named; none where it is not known which notice that was.</param>
    /// <param name="seen">The recipients that a notice would name now.</param>
    public static NoticeAgreement Of(
        DecisionMessage message, VisitorConsent consent, PurposeSet purposes, IReadOnlyList<Tracker> named, IReadOnlyList<Tracker> seen)
    {
        if (message.Purposes is not null || consent.Decision is not { } before)
        {
            return new(Names(Granted(named, purposes)), null, null);
        }

        // Only newcomers were asked for, or one embed: what was agreed to before stays agreed to.
        var admitted = message.AdmitsNewcomers == true ? Granted(named, purposes) : [];
        var declined = seen.Where(before.Declined.Contains).Concat(message.AdmitsNewcomers == false ? consent.Newcomers.Asked : []);
        var offered = message.AdmitsNewcomers is null ? before.Offered : PurposeSet.All;
        return new(
            before.Recipients is { } known ? Names(Granted(seen, purposes).Where(known.Contains).Concat(admitted)) : null,
            Names(declined.Except(admitted)) is { Length: > 0 } names ? names : null,
            offered == PurposeSet.All ? null : offered);
    }

    private static IEnumerable<Tracker> Granted(IReadOnlyList<Tracker> trackers, PurposeSet purposes) =>
        trackers.Where(tracker => tracker.Purpose != Purpose.Necessary && purposes.Contains(tracker.Purpose));

    private static string[] Names(IEnumerable<Tracker> trackers) =>
        [.. trackers.Select(RecipientPrints.NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
