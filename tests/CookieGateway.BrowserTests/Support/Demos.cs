using CookieGateway.Consent.Records;
using CookieGateway.Demo;
using CookieGateway.Ledger;
using CookieGateway.Redis;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CookieGateway.BrowserTests.Support;

/// <summary>The whole demo on free ports, and what it has written down.</summary>
internal static class Demos
{
    /// <param name="data">Where it keeps its data.</param>
    /// <param name="redis">The embedded Redis or the address of another.</param>
    /// <param name="adjust">What the gateway is to have besides.</param>
    public static Task<DemoHost> StartAsync(string data, string redis = "embedded", Action<WebApplicationBuilder>? adjust = null) => DemoHost.StartAsync(
        new DemoOptions
        {
            Urls = "http://127.0.0.1:0",
            DashboardUrl = "http://127.0.0.1:0",
            Redis = redis,
            DataDirectory = data,
            More = ["--Gateway:TrustedProxies:0=127.0.0.1"],
        },
        gateway =>
        {
            gateway.Logging.ClearProviders();
            adjust?.Invoke(gateway);
        });

    /// <summary>The last hour's records of a site, once there are so many: they come into Redis after the visitor has been answered.</summary>
    public static async Task<IReadOnlyList<ConsentRecord>> RecordsAsync(this DemoHost demo, string site, int count)
    {
        var reader = demo.Gateway.Services.GetRequiredService<LedgerReader>();
        var now = TimeProvider.System.GetUtcNow();
        IReadOnlyList<ConsentRecord> records = [];
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    records = (await reader.OfPeriodAsync(site, now.AddHours(-1), now.AddHours(1), after: null, 100, CancellationToken.None)).Records;
                }
                catch (RedisUnavailableException)
                {
                    // It has two seconds for an answer, which a busy machine may need and more.
                }

                return records.Count >= count;
            },
            () => $"Of {count} decisions {records.Count} are in Redis.");
        return records;
    }
}
