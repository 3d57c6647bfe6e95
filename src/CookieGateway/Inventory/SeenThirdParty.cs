using CookieGateway.Consent.Purposes;

namespace CookieGateway.Inventory;

/// <summary>What traffic has shown of one other host, reached in one way, so far.</summary>
public sealed record SeenThirdParty
{
    /// <summary>The vector of what a browser's report speaks of, or somebody who pretends to be one.</summary>
    public const string Reported = "csp";

    public required string Host { get; init; }

    public required string Vector { get; init; }

    public Purpose? Purpose { get; init; }

    public string? Tracker { get; init; }

    /// <summary>One page that it was seen on: the first.</summary>
    public string? Page { get; init; }

    public bool Held { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    internal static SeenThirdParty From(ThirdPartySighting sighting, DateTimeOffset now) => new()
    {
        Host = PlainText.Host(sighting.Host),
        Vector = PlainText.Word(sighting.Vector),
        Purpose = sighting.Purpose,
        Tracker = sighting.Tracker,
        Page = PlainText.Path(sighting.Page),
        Held = sighting.Held,
        FirstSeen = now,
        LastSeen = now,
    };

    /// <summary>This and another view of the same host as one; the later one knows better what it is.</summary>
    internal SeenThirdParty With(SeenThirdParty other)
    {
        var (early, late) = LastSeen <= other.LastSeen ? (this, other) : (other, this);
        return late with
        {
            Page = early.Page ?? late.Page,
            FirstSeen = early.FirstSeen <= late.FirstSeen ? early.FirstSeen : late.FirstSeen,
        };
    }
}
