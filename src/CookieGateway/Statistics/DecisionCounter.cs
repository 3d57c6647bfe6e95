using CookieGateway.Consent.Purposes;

namespace CookieGateway.Statistics;

/// <summary>Counts decisions, after they are safe in the ledger. The ledger is the proof, these are the numbers; neither is made from the other.</summary>
public sealed class DecisionCounter
{
    private readonly PendingCounts _pending;
    private readonly CalendarDays _days;
    private readonly GatewayMeter _meter;

    internal DecisionCounter(PendingCounts pending, CalendarDays days, GatewayMeter meter)
    {
        _pending = pending;
        _days = days;
        _meter = meter;
    }

    public void Count(string siteId, DecisionOutcome outcome)
    {
        var today = _days.Today;
        void Add(string field) => _pending.Add(new CountKey(siteId, today, field));

        var answer = CountFields.Answers(outcome.Answer);
        Add(answer);
        _meter.Decided(siteId, outcome.Answer);

        // Rates are of answers to the banner; a change of mind later answers none.
        if (outcome.Answer is AnswerKind.Withdrew or AnswerKind.Changed)
        {
            return;
        }

        Add(CountFields.InLanguage(outcome.Language, answer));
        if (outcome.Variant is { } variant)
        {
            Add(CountFields.InVariant(variant, answer));
        }

        foreach (var purpose in PurposeWords.Grantable.Where(outcome.Granted.Contains))
        {
            Add(CountFields.Granted(purpose));
        }

        if (outcome.Method is { } method)
        {
            Add(CountFields.By(method));
        }
    }
}
