using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Statistics;

/// <summary>What the statistics may know of one decision.</summary>
public readonly record struct DecisionOutcome
{
    public AnswerKind Answer { get; init; }

    public PurposeSet Granted { get; init; }

    /// <summary>By what it was given, as in the ledger: the banner's button, the preferences page, a placeholder.</summary>
    public string? Method { get; init; }

    public string? Language { get; init; }

    /// <summary>Which of the site's banners was answered; null where the site has only one.</summary>
    public string? Variant { get; init; }

    /// <summary>
    /// Names a decision by what held before it. Only who was being asked has answered: one who was refused by a signal saw no banner,
    /// and one who had decided changes that decision.
    /// </summary>
    public static DecisionOutcome Of(VisitorConsent before, ConsentDecision now, string? method, string? language)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var nothing = now.Purposes.IsNecessaryOnly && now.Trackers.Count == 0;
        var had = before.Decision is { } earlier && (!earlier.Purposes.IsNecessaryOnly || earlier.Trackers.Count > 0);

        var answer = before.IsUndecided
            ? nothing ? AnswerKind.RefusedAll : now.Purposes == PurposeSet.All ? AnswerKind.AcceptedAll : AnswerKind.Chose
            : nothing && had ? AnswerKind.Withdrew : AnswerKind.Changed;

        return new DecisionOutcome { Answer = answer, Granted = now.Purposes, Method = method, Language = language };
    }
}
