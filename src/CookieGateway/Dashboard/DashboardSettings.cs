namespace CookieGateway.Dashboard;

/// <summary>What the dashboard needs to know before it starts.</summary>
public sealed record DashboardSettings
{
    /// <summary>Where it listens; port 0 asks for any free one.</summary>
    public required string Url { get; init; }

    /// <summary>Its key ring lies below. It is on disk and not in Redis, so that a Redis that is away for a moment signs nobody out.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Names under which it may be called, beside IP addresses, localhost and the name in <see cref="Url"/>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
}
