using CookieGateway.Consent.Purposes;

namespace CookieGateway.Inventory;

/// <summary>One mention of another company's host, seen once: on a page, in a header, or in a report of the guard or the browser.</summary>
public readonly record struct ThirdPartySighting
{
    /// <summary>Lower-case ASCII.</summary>
    public required string Host { get; init; }

    /// <summary>By what the request is made, in a word: <c>script</c>, <c>img</c>, <c>iframe</c>, <c>preconnect</c>, <c>guard</c>, <c>csp</c>.</summary>
    public required string Vector { get; init; }

    /// <summary>The path of the page; what follows a question mark is cut off.</summary>
    public string? Page { get; init; }

    /// <summary>The tracker it belongs to, by its id in the catalog.</summary>
    public string? Tracker { get; init; }

    /// <summary>What it is for; null while nobody knows.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>It did not get through.</summary>
    public bool Held { get; init; }
}
