using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.ConsentApi;

/// <summary>What a script gets for its decision; the whole receipt is under <c>me.json</c>.</summary>
public sealed record DecisionReceipt(
    string Record,
    string Visitor,
    IReadOnlyList<string> Purposes,
    IReadOnlyList<string> Trackers,
    DateTimeOffset At,
    DateTimeOffset Expires,
    string Policy,
    string Notice)
{
    public static DecisionReceipt Of(ConsentDecision decision) => new(
        decision.Record.ToString(),
        decision.Visitor.ToString(),
        [.. PurposeWords.Grantable.Where(decision.Purposes.Contains).Select(PurposeWords.Of)],
        decision.Trackers,
        decision.At,
        decision.Expires,
        decision.Policy,
        decision.Notice.ToString());
}
