using StackExchange.Redis;

namespace CookieGateway.Redis;

/// <summary>What the servers say of themselves at one moment: whether they are the same as before, and how well they keep what they have.</summary>
internal sealed record RedisFacts
{
    /// <summary>The run ids of the primaries. Another one means a restart or a failover, and acknowledged writes may be gone.</summary>
    public required string Identity { get; init; }

    /// <summary>Nothing waits for a disk right now. False for ever where no append-only file is kept.</summary>
    public required bool Settled { get; init; }

    /// <summary>Counts the snapshots taken, for servers that keep nothing else. RDB only.</summary>
    public required string LastSaves { get; init; }

    /// <summary>How long after an answer "settled" covers what was answered.</summary>
    public required TimeSpan SettlesAfter { get; init; }

    /// <summary>What the operator should change, in sentences.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public static async Task<RedisFacts> AskAsync(RedisConnection redis, CancellationToken cancellation)
    {
        var servers = await redis.AskServersAsync(FactsOfAsync, cancellation);
        var primaries = servers.Where(server => server.IsPrimary).ToArray();
        if (primaries.Length == 0)
        {
            throw new RedisUnavailableException("No primary server of Redis is reached.");
        }

        return new RedisFacts
        {
            Identity = string.Join(' ', primaries.Select(server => server.RunId).Order(StringComparer.Ordinal)),
            Settled = primaries.All(server => server.Settled),
            LastSaves = string.Join(' ', primaries.Select(server => $"{server.RunId}={server.LastSave}").Order(StringComparer.Ordinal)),
            SettlesAfter = primaries.Max(server => server.SettlesAfter),
            Reasons = [.. primaries.SelectMany(server => server.Reasons()).Distinct()],
        };
    }

    private static async Task<ServerFacts> FactsOfAsync(IServer server)
    {
        var info = ServerFacts.Parse(await server.InfoRawAsync());
        if (!info.ContainsKey("garnet_version"))
        {
            return new ServerFacts(info, AppendOnly: info.GetValueOrDefault("aof_enabled") == "1");
        }

        var appendOnly = await server.ConfigGetAsync("appendonly");
        return new ServerFacts(info, AppendOnly: appendOnly.Any(setting => setting.Value == "yes"));
    }
}
