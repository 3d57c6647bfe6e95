using CookieGateway.Redis;
using CookieGateway.Sites;

namespace CookieGateway.Ledger;

/// <summary>What the ledger needs to know of the gateway's settings.</summary>
/// <param name="DataDirectory">Where outbox, keys and the embedded Redis lie.</param>
/// <param name="Redis">A connection string, or <see cref="GatewaySettings.EmbeddedRedis"/>.</param>
public sealed record LedgerSettings(string DataDirectory, string Redis)
{
    /// <summary>How long Redis may take over one answer before it counts as away.</summary>
    public TimeSpan RedisAnswersWithin { get; init; } = RedisConnection.AnswersWithin;

    /// <summary>The key from the configuration; null: it is generated once.</summary>
    public ReadOnlyMemory<byte>? SigningKey { get; init; }

    /// <summary>Keys that are only accepted.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OlderSigningKeys { get; init; } = [];

    public static LedgerSettings Of(GatewaySettings settings) => new(settings.DataDirectory, settings.Redis)
    {
        SigningKey = settings.SigningKey,
        OlderSigningKeys = settings.OlderSigningKeys,
    };
}
