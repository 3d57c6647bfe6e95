using System.Net;

namespace CookieGateway.Sites;

/// <summary>What holds for the gateway as a whole, from the section <c>Gateway</c>. Read at the start; a change counts at the next one.</summary>
public sealed record GatewaySettings
{
    /// <summary>The word for <see cref="Redis"/> that asks for the gateway's own server.</summary>
    public const string EmbeddedRedis = "embedded";

    /// <summary>A StackExchange.Redis connection string, or <see cref="EmbeddedRedis"/>.</summary>
    public required string Redis { get; init; }

    /// <summary>Where outbox, keys and the embedded server's files lie; an absolute path.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Changes with everything the section says.</summary>
    public required string Revision { get; init; }

    public required string DashboardUrl { get; init; }

    /// <summary>Names under which the dashboard may be called, beside IP addresses, localhost and the name in <see cref="DashboardUrl"/>.</summary>
    public required IReadOnlyList<string> DashboardHosts { get; init; }

    /// <summary>Where the days of the statistics begin and end, and what the dashboard's clocks show.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    public required string PathPrefix { get; init; }

    public required string Brand { get; init; }

    /// <summary>Peers whose forwarding headers count. Empty: nobody's do.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>The key that signs consent cookies, at least 32 bytes; null: it is generated once and kept in Redis.</summary>
    public required ReadOnlyMemory<byte>? SigningKey { get; init; }

    /// <summary>Keys that signed earlier cookies, which still count.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> OlderSigningKeys { get; init; }
}
