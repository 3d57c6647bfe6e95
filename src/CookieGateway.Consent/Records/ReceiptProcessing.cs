using CookieGateway.Consent.Decisions;

namespace CookieGateway.Consent.Records;

/// <summary>The receipt's second section.</summary>
/// <param name="Purposes">Every purpose that was asked for, with the answer.</param>
/// <param name="Trackers">Ids of trackers granted one by one.</param>
/// <param name="PolicyVersion">The operator's policy in force.</param>
/// <param name="Notice">The notice that was shown.</param>
/// <param name="From">When the answer was given.</param>
/// <param name="Until">When it stops to count.</param>
/// <param name="Transfers">Where what was granted may go.</param>
public sealed record ReceiptProcessing(
    IReadOnlyList<ReceiptPurpose> Purposes,
    IReadOnlyList<string> Trackers,
    string PolicyVersion,
    NoticeVersion Notice,
    DateTimeOffset From,
    DateTimeOffset Until,
    RecordTransfers Transfers);
