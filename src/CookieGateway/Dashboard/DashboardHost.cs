using CookieGateway.Dashboard.Health;
using CookieGateway.Dashboard.Metrics;
using CookieGateway.Inventory;
using CookieGateway.Ledger;
using CookieGateway.Redis;
using CookieGateway.Sites;
using CookieGateway.Statistics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CookieGateway.Dashboard;

/// <summary>
/// Builds the dashboard: a web application of its own, on its own listener, over the same singletons as the gateway. It takes nothing from the
/// environment, so that no setting meant for the gateway's listener opens this one to visitors.
/// </summary>
public static class DashboardHost
{
    /// <summary>An application that is ready to be started. The caller starts, stops and disposes it.</summary>
    /// <param name="gateway">The gateway's services.</param>
    /// <param name="settings">Where it listens and keeps its keys.</param>
    /// <param name="health">What readiness is made of.</param>
    public static WebApplication Build(IServiceProvider gateway, DashboardSettings settings, ReadinessChecks health)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            // Razor finds its compiled pages by this name, whoever started the process.
            ApplicationName = typeof(DashboardHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(settings.Url);

        AddFromGateway(builder.Services, gateway);
        builder.Services.AddSingleton(settings).AddSingleton(health).AddSingleton<DashboardAssets>().AddSingleton<DashboardHosts>();
        builder.Services.AddSingleton<PrometheusText>();
        var keys = Path.Combine(settings.DataDirectory, "dashboard-keys");
        OwnerOnlyFile.CreateFolder(keys);
        builder.Services.AddDataProtection().SetApplicationName("CookieGateway.Dashboard").PersistKeysToFileSystem(new DirectoryInfo(keys));
        builder.Services.AddDashboardPages();

        var app = builder.Build();
        app.Use(DashboardHeaders.AddAsync);
        app.Services.GetRequiredService<PrometheusText>();
        app.MapMachinePaths();
        app.UseDashboardPages();
        return app;
    }

    // One instance of each, seen by both applications; the gateway's container disposes them.
    private static void AddFromGateway(IServiceCollection services, IServiceProvider gateway)
    {
        services.Replace(ServiceDescriptor.Singleton(gateway.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(gateway.GetRequiredService<TimeProvider>());
        services.AddSingleton(gateway.GetRequiredService<SiteCatalog>());
        services.AddSingleton(gateway.GetRequiredService<RedisConnection>());
        services.AddSingleton(gateway.GetRequiredService<CalendarDays>());
        services.AddSingleton(gateway.GetRequiredService<GatewayMeter>());
        services.AddSingleton(gateway.GetRequiredService<RatesQuery>());
        services.AddSingleton(gateway.GetRequiredService<InventoryQuery>());
        services.AddSingleton(gateway.GetRequiredService<LedgerReader>());
        services.AddSingleton(gateway.GetRequiredService<Erasure>());
    }
}
