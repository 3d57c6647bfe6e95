namespace CookieGateway.Inventory;

/// <summary>The attributes of a <c>Set-Cookie</c> header that a declaration names (RFC 6265bis).</summary>
public sealed record CookieAttributes
{
    public string? Domain { get; init; }

    public string? Path { get; init; }

    /// <summary>How long it stays, in seconds; null for the browser's session.</summary>
    public long? LifetimeSeconds { get; init; }

    public bool HttpOnly { get; init; }

    public bool Secure { get; init; }

    public string? SameSite { get; init; }

    public bool Partitioned { get; init; }
}
