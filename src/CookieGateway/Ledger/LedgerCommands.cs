using CookieGateway.Redis;
using CookieGateway.Sites;
using Microsoft.Extensions.Logging.Abstractions;

namespace CookieGateway.Ledger;

/// <summary>The commands <c>ledger verify</c> and <c>ledger export</c>: what they do, apart from how the command line spells them.</summary>
public static class LedgerCommands
{
    /// <summary>Checks one site's ledger, or every site's; 0 when all of it holds, 1 when something does not.</summary>
    public static Task<int> VerifyAsync(
        LedgerSettings settings, SiteCatalog sites, string? site, TextWriter output, CancellationToken cancellation) =>
        WithRedisAsync(settings, async redis =>
        {
            var keys = SigningKeyStore.Open(
                settings.DataDirectory, settings.SigningKey, settings.OlderSigningKeys, NullLogger<SigningKeyStore>.Instance);
            await keys.AgreeAsync(redis, cancellation);
            var reader = new LedgerReader(redis);
            var seals = new Seals(redis, reader, keys, new SealWitness(settings.DataDirectory), TimeProvider.System);
            var verifier = new LedgerVerifier(redis, reader, seals, sites, TimeProvider.System);

            var holds = true;
            foreach (var each in site is null ? sites.All.Select(known => known.Id) : [site])
            {
                var result = await verifier.VerifyAsync(each, cancellation);
                holds &= result.Findings.Count == 0;
                await output.WriteLineAsync(
                    $"{each}: {result.Records} records, {result.Seals} seals, {(result.Findings.Count == 0 ? "all of it holds." : $"{result.Findings.Count} findings:")}");
                foreach (var finding in result.Findings)
                {
                    await output.WriteLineAsync($"  - {finding}");
                }
            }

            return holds ? 0 : 1;
        });

    /// <summary>Writes a site's records of a period, the oldest first; null at either end means without end.</summary>
    public static Task<int> ExportAsync(
        LedgerSettings settings, string site, DateTimeOffset? from, DateTimeOffset? to, bool csv, TextWriter output, CancellationToken cancellation) =>
        WithRedisAsync(settings, async redis =>
        {
            var records = new LedgerReader(redis).AllAsync(
                site, from ?? DateTimeOffset.UnixEpoch, to ?? DateTimeOffset.MaxValue, cancellation);
            await (csv ? LedgerExport.WriteCsvAsync(records, output) : LedgerExport.WriteJsonLinesAsync(records, output));
            await output.FlushAsync(cancellation);
            return 0;
        });

    /// <summary>
    /// Does something with the Redis of the settings, for commands that run beside the gateway or without it. The embedded one is the
    /// running gateway's; when none runs it is started for as long as this takes.
    /// </summary>
    public static async Task<int> WithRedisAsync(LedgerSettings settings, Func<RedisConnection, Task<int>> work)
    {
        var folder = LedgerRegistration.EmbeddedFolder(settings);
        var running = settings.Redis == GatewaySettings.EmbeddedRedis ? EmbeddedRedis.Running(folder) : settings.Redis;
        using var own = running is null ? EmbeddedRedis.Start(folder, NullLoggerFactory.Instance) : null;
        await using var redis = RedisConnection.Open(running ?? own!.Configuration, NullLogger<RedisConnection>.Instance);
        await redis.ReachAsync(TimeSpan.FromSeconds(10));
        return await work(redis);
    }
}
