using CookieGateway.Hosting;
using CookieGateway.Sites;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CookieGateway;

/// <summary>
/// The gateway, running: the listener for visitors, what stands behind it, and the dashboard on its own listener. The program, the demo and
/// the tests start it alike.
/// </summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _gateway;
    private readonly WebApplication _dashboard;

    private GatewayHost(WebApplication gateway, WebApplication dashboard)
    {
        _gateway = gateway;
        _dashboard = dashboard;
    }

    public IServiceProvider Services => _gateway.Services;

    /// <summary>Where visitors are served; with the real ports where 0 was asked for.</summary>
    public IReadOnlyList<Uri> Addresses => AddressesOf(_gateway);

    /// <summary>Where members sign in.</summary>
    public Uri DashboardAddress => AddressesOf(_dashboard)[0];

    /// <summary>Starts everything, or throws <see cref="ConfigurationMistakesException"/> with all that is wrong.</summary>
    /// <param name="args">Settings in the form of ASP.NET Core's command line, as in <c>--Gateway:Redis=embedded</c>.</param>
    /// <param name="configurationFile">The file of <c>--config</c>.</param>
    /// <param name="adjust">For tests: the last word on services and logging.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<GatewayHost> StartAsync(
        string[] args,
        string? configurationFile = null,
        Action<WebApplicationBuilder>? adjust = null,
        CancellationToken cancellationToken = default)
    {
        var gateway = Build(args, configurationFile, adjust);
        var dashboard = gateway.BuildDashboard();
        var host = new GatewayHost(gateway, dashboard);
        try
        {
            await gateway.StartAsync(cancellationToken);
            await dashboard.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends when the process is asked to, as by Ctrl-C.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        _gateway.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _dashboard.StopAsync(CancellationToken.None);
        await _dashboard.DisposeAsync();
        await _gateway.StopAsync(CancellationToken.None);
        await _gateway.DisposeAsync();
    }

    private static WebApplication Build(string[] args, string? configurationFile, Action<WebApplicationBuilder>? adjust)
    {
        var builder = WebApplication.CreateBuilder(args);
        var sources = ConfigurationSources.Of(builder, configurationFile);
        var configuration = sources.Read();

        builder.KeepAddressesOutOfLogs();
        builder.SilenceWhatIsSettled();
        builder.UseVisitorListener();
        builder.AddSites(sources, configuration);
        builder.AddLedger(configuration.Gateway);
        builder.AddStatisticsAndInventory(configuration.Gateway);
        builder.AddBanner();
        builder.AddConsentApi();
        builder.AddProxying();
        adjust?.Invoke(builder);

        var gateway = builder.Build();
        gateway.UseProxying();
        return gateway;
    }

    private static IReadOnlyList<Uri> AddressesOf(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Select(address => new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal)))];
}
