using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CookieGateway.Ledger;
using CookieGateway.Redis;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Ledger;

/// <summary>The gateway and its embedded Redis are one process: one kill takes both, in the middle of decisions.</summary>
public sealed class GatewayKillTests
{
    [Fact]
    public async Task Complaint_10_a_killed_gateway_loses_no_acknowledged_decision_and_leaves_nothing_running()
    {
        using var directory = new TemporaryDirectory();
        await using var gateway = new GatewayProcess(directory);
        var acknowledged = new ConcurrentBag<string>();
        for (var round = 1; round <= 3; round++)
        {
            await gateway.StartAsync();
            using var killed = new CancellationTokenSource();
            var visitors = Enumerable.Range(0, 4).Select(_ => DecideAsync(gateway, acknowledged, killed.Token)).ToArray();
            var before = acknowledged.Count;
            await Eventually.IsTrueAsync(() => acknowledged.Count > before + 50, "Nobody decides.");
            await gateway.KillAsync();
            await killed.CancelAsync();
            await Task.WhenAll(visitors);

            Assert.Null(EmbeddedRedis.Running(Path.Combine(gateway.DataDirectory, "redis")));
        }

        await gateway.StartAsync();
        var settings = new LedgerSettings(gateway.DataDirectory, GatewaySettings.EmbeddedRedis)
        {
            SigningKey = Convert.FromBase64String(TestConfiguration.SigningKey),
        };
        List<string> exported = [];
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    exported = await ExportAsync(settings);
                    return acknowledged.Except(exported).FirstOrDefault() is null;
                }
                catch (RedisUnavailableException)
                {
                    // The embedded server is still reading what it had.
                    return false;
                }
            },
            "An acknowledged decision is not in the ledger.");

        Assert.Equal(exported.Count, exported.Distinct().Count());
        using var report = new StringWriter();
        Assert.Equal(0, await LedgerCommands.VerifyAsync(settings, new SiteCatalog([]), RunningGateway.SiteId, report, CancellationToken.None));
        Assert.Contains("all of it holds.", report.ToString(), StringComparison.Ordinal);
    }

    private static async Task DecideAsync(GatewayProcess gateway, ConcurrentBag<string> acknowledged, CancellationToken killed)
    {
        while (!killed.IsCancellationRequested)
        {
            if (await gateway.DecideAsync() is { } record)
            {
                acknowledged.Add(record);
            }
        }
    }

    private static async Task<List<string>> ExportAsync(LedgerSettings settings)
    {
        using var output = new StringWriter();
        await LedgerCommands.ExportAsync(settings, RunningGateway.SiteId, null, null, csv: false, output, CancellationToken.None);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string)JsonNode.Parse(line)!["id"]!)];
    }
}
