using CookieGateway.Demo.Clinics;
using CookieGateway.Demo.Clinics.Hosting;

namespace CookieGateway.Demo;

/// <summary>The five clinics, each with a web server of its own, and the gateway in front of them.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private DemoHost(IReadOnlyList<ClinicServer> clinics, GatewayHost gateway, DemoMember? member, string dataDirectory)
    {
        Clinics = clinics;
        Gateway = gateway;
        Member = member;
        DataDirectory = dataDirectory;
    }

    public IReadOnlyList<ClinicServer> Clinics { get; }

    public GatewayHost Gateway { get; }

    /// <summary>Who can sign in to the dashboard; null when nobody knows a password any more.</summary>
    public DemoMember? Member { get; }

    public string DataDirectory { get; }

    public static async Task<DemoHost> StartAsync(
        DemoOptions options, Action<WebApplicationBuilder>? adjust = null, CancellationToken stopping = default)
    {
        var clinics = new List<ClinicServer>();
        try
        {
            foreach (var clinic in Clinic.All)
            {
                clinics.Add(await ClinicServer.StartAsync(clinic, stopping));
            }

            var sites = Path.Combine(AppContext.BaseDirectory, "sites.json");
            var gateway = await GatewayHost.StartAsync(Settings(options, clinics), sites, adjust, stopping);
            var member = await DemoMember.FindAsync(gateway.Services, options.DataDirectory, stopping);
            return new DemoHost(clinics, gateway, member, options.DataDirectory);
        }
        catch
        {
            await StopAsync(clinics);
            throw;
        }
    }

    /// <summary>A clinic as a visitor types it, behind the gateway: "kristall-dent.localhost", "almaty.onlinehealth.localhost".</summary>
    public Uri AddressOf(string host, string path = "/") =>
        new($"http://{host}:{Gateway.Addresses[0].Port}{path}");

    public ClinicSite SiteOf(string id) => Clinics.Single(clinic => clinic.Site.Clinic.Id == id).Site;

    public Task WaitForShutdownAsync() => Gateway.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await StopAsync(Clinics);
    }

    private static string[] Settings(DemoOptions options, IEnumerable<ClinicServer> clinics) =>
    [
        "--Urls=" + options.Urls,
        "--Gateway:DashboardUrl=" + options.DashboardUrl,
        "--Gateway:Redis=" + options.Redis,
        "--Gateway:DataDirectory=" + options.DataDirectory,
        .. clinics.Select(clinic => $"--Sites:{clinic.Site.Clinic.Id}:Origins:0={clinic.Address}"),
        .. options.More,
    ];

    private static async Task StopAsync(IEnumerable<ClinicServer> clinics)
    {
        foreach (var clinic in clinics)
        {
            await clinic.DisposeAsync();
        }
    }
}
