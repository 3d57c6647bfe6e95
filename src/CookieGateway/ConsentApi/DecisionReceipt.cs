using System.Text.Json.Serialization;
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
    string Notice,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Held)
{
    /// <param name="consent">What holds after the decision; what is held under it are newcomers that it does not let in.</param>
    public static DecisionReceipt Of(VisitorConsent consent) => Of(consent.Decision!, [.. consent.Newcomers.Held.Select(tracker => tracker.Id)]);

    private static DecisionReceipt Of(ConsentDecision decision, IReadOnlyList<string> held) => new(
        decision.Record.ToString(),
        decision.Visitor.ToString(),
        [.. PurposeWords.Grantable.Where(decision.Purposes.Contains).Select(PurposeWords.Of)],
        decision.Trackers,
        decision.At,
        decision.Expires,
        decision.Policy,
        decision.Notice.ToString(),
        held.Count > 0 ? held : null);
}
