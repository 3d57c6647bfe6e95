using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Decisions;

/// <summary>What one visitor chose at one moment: the part of the record that the consent cookie carries.</summary>
public sealed record ConsentDecision
{
    /// <summary>Who decided.</summary>
    public required VisitorId Visitor { get; init; }

    /// <summary>The record in the ledger that proves it.</summary>
    public required RecordId Record { get; init; }

    /// <summary>What was granted; what is not in it was refused.</summary>
    public required PurposeSet Purposes { get; init; }

    /// <summary>Ids of trackers granted one by one on a placeholder, whatever their purpose; sorted, seldom more than two.</summary>
    public IReadOnlyList<string> Trackers { get; init; } = [];

    /// <summary>The gateway's clock, in UTC, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it stops to count and the visitor is asked again.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The version of the operator's policy that was in force; empty when the site names none.</summary>
    public required string Policy { get; init; }

    /// <summary>The notice that was shown.</summary>
    public required NoticeVersion Notice { get; init; }

    /// <summary>
    /// The recipients that the notice named under what was granted: only they may have data on the strength of it. Null on answers from
    /// before they were kept, which count for whoever serves a granted purpose, until their term ends.
    /// </summary>
    public RecipientPrints? Recipients { get; init; }

    /// <summary>Recipients that came later, and that the visitor was asked for and did not want: nobody asks for them again.</summary>
    public RecipientPrints Declined { get; init; } = RecipientPrints.None;

    /// <summary>The purposes that the notice asked for, granted or not.</summary>
    public PurposeSet Offered { get; init; } = PurposeSet.All;
}
