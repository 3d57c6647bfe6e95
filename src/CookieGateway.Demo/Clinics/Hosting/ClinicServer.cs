using System.Net;

namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>A clinic's own web server, the origin behind the gateway. It has never heard of consent.</summary>
internal sealed class ClinicServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ClinicServer(WebApplication app, ClinicSite site, Uri address)
    {
        _app = app;
        Site = site;
        Address = address;
    }

    public ClinicSite Site { get; }

    /// <summary>Where the gateway finds it: a free port of the loopback interface.</summary>
    public Uri Address { get; }

    public static async Task<ClinicServer> StartAsync(Clinic clinic, CancellationToken stopping = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        // A visitor with an open stream must not hold up the demo's end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var app = builder.Build();
        app.UseWebSockets();
        var site = new ClinicSite(clinic, app);
        clinic.Open(site);
        site.MapPages();
        await app.StartAsync(stopping);

        return new ClinicServer(app, site, new Uri(app.Urls.Single()));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
