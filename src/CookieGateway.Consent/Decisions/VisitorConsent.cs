using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Consent.Decisions;

/// <summary>What holds for one request. Whatever could not be read or does not count any more ends in <see cref="Undecided"/>.</summary>
public sealed record VisitorConsent
{
    /// <summary>Nobody has answered: no answer is a refusal, and the question is asked.</summary>
    public static VisitorConsent Undecided { get; } = new();

    /// <summary>The decision in force; null where there is none.</summary>
    public ConsentDecision? Decision { get; init; }

    /// <summary>The request carried <c>Sec-GPC: 1</c>, or another signal that the site takes for a refusal.</summary>
    public bool RefusedBySignal { get; init; }

    /// <summary>What has come since the decision and is not covered by it.</summary>
    public Newcomers Newcomers { get; init; } = Newcomers.None;

    /// <summary>Nothing answers for this visitor, neither a decision nor a signal.</summary>
    public bool IsUndecided => Decision is null && !RefusedBySignal;

    /// <summary>The banner is due: nobody has answered yet, or what was answered does not cover what is asked today.</summary>
    public bool MustAsk => IsUndecided || AsksAgain;

    /// <summary>There is an answer, and it stands; the question is only about what has come since.</summary>
    public bool AsksAgain => Decision is not null && Newcomers.AreDue && !RefusedBySignal;

    /// <summary>What may run.</summary>
    public PurposeSet Purposes => Decision?.Purposes ?? PurposeSet.NecessaryOnly;

    /// <summary>Whether a purpose is granted.</summary>
    public bool Permits(Purpose purpose) => Purposes.Contains(purpose);

    /// <summary>
    /// Whether a tracker may run: its purpose is granted and it is no newcomer under it, or it was granted by itself on a placeholder.
    /// </summary>
    public bool Permits(Tracker tracker) =>
        (Permits(tracker.Purpose) && !Newcomers.Hold(tracker)) || (Decision?.Trackers.Contains(tracker.Id, StringComparer.Ordinal) ?? false);
}
