using CookieGateway.Consent.Purposes;

namespace CookieGateway.Inventory;

/// <summary>One cookie, seen once: in a response that sets it, or in a request that brings it. Its value is nobody's business here.</summary>
public readonly record struct CookieSighting
{
    public required string Name { get; init; }

    /// <summary>How the response sets it; null when a request brought it.</summary>
    public CookieAttributes? SetWith { get; init; }

    /// <summary>The path of that response or request; what follows a question mark is cut off.</summary>
    public string? Path { get; init; }

    /// <summary>The tracker it belongs to, by its id in the catalog.</summary>
    public string? Tracker { get; init; }

    /// <summary>What it is for; null while nobody knows.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>It did not get through.</summary>
    public bool Held { get; init; }
}
