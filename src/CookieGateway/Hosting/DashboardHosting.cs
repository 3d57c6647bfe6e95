using CookieGateway.Dashboard;
using CookieGateway.Dashboard.Health;
using CookieGateway.Ledger;
using CookieGateway.Sites;

namespace CookieGateway.Hosting;

/// <summary>Wires the dashboard to the gateway that runs in the same process.</summary>
internal static class DashboardHosting
{
    /// <summary>The dashboard, ready to be started after the gateway.</summary>
    public static WebApplication BuildDashboard(this WebApplication gateway)
    {
        var settings = gateway.Services.GetRequiredService<GatewaySettings>();
        var health = gateway.Services.GetRequiredService<LedgerHealth>();
        var configuration = gateway.Services.GetRequiredService<LiveConfiguration>();
        return DashboardHost.Build(
            gateway.Services,
            new DashboardSettings
            {
                Url = settings.DashboardUrl,
                DataDirectory = settings.DataDirectory,
                Hosts = settings.DashboardHosts,
            },
            new ReadinessChecks(new Dictionary<string, Func<IReadOnlyList<string>>>
            {
                ["redis"] = () => health.Redis,
                ["outbox"] = () => health.Outbox,
                ["configuration"] = () => configuration.Mistakes,
            }));
    }
}
