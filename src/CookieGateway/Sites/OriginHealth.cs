namespace CookieGateway.Sites;

/// <summary>How the gateway chooses among a site's origins and notices that one is ill. YARP does both.</summary>
public sealed record OriginHealth
{
    /// <summary>The name of one of YARP's balancing policies.</summary>
    public required string Balancing { get; init; }

    /// <summary>Asked of each origin at an interval; null: nobody asks, and only failing requests tell.</summary>
    public required string? CheckPath { get; init; }

    public required TimeSpan CheckInterval { get; init; }

    /// <summary>How long an origin may stay silent in the middle of a request or a response. Long, because an event stream may be quiet.</summary>
    public required TimeSpan Patience { get; init; }
}
