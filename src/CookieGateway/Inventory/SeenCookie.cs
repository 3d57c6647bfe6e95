using CookieGateway.Consent.Purposes;

namespace CookieGateway.Inventory;

/// <summary>What traffic has shown of one cookie of a site so far.</summary>
public sealed record SeenCookie
{
    public required string Name { get; init; }

    public Purpose? Purpose { get; init; }

    public string? Tracker { get; init; }

    /// <summary>As a response last set it; null while it has been seen in requests only, as with cookies that a script sets.</summary>
    public CookieAttributes? SetWith { get; init; }

    /// <summary>The path of the response that set it first, or of the request in which it was first seen.</summary>
    public string? Path { get; init; }

    public bool SeenInRequests { get; init; }

    public bool Held { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    internal static SeenCookie From(CookieSighting sighting, DateTimeOffset now) => new()
    {
        Name = PlainText.Name(sighting.Name),
        Purpose = sighting.Purpose,
        Tracker = sighting.Tracker,
        SetWith = sighting.SetWith,
        Path = PlainText.Path(sighting.Path),
        SeenInRequests = sighting.SetWith is null,
        Held = sighting.Held,
        FirstSeen = now,
        LastSeen = now,
    };

    /// <summary>This and another view of the same cookie as one; the later one knows better what it is.</summary>
    internal SeenCookie With(SeenCookie other)
    {
        var (early, late) = LastSeen <= other.LastSeen ? (this, other) : (other, this);
        return late with
        {
            SetWith = late.SetWith ?? early.SetWith,
            Path = late.SetWith is not null && early.SetWith is null ? late.Path : early.Path ?? late.Path,
            SeenInRequests = early.SeenInRequests || late.SeenInRequests,
            FirstSeen = early.FirstSeen <= late.FirstSeen ? early.FirstSeen : late.FirstSeen,
        };
    }
}
