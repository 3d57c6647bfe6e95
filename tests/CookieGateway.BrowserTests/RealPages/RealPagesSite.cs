using CookieGateway.BrowserTests.Support;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CookieGateway.BrowserTests.RealPages;

/// <summary>A server of the real pages, and a gateway in front of it that lets unknown third parties pass: the pages' former hosts are such.</summary>
internal sealed class RealPagesSite : IAsyncDisposable
{
    private const string Host = "clinic.localhost";

    private readonly TemporaryDirectory _data = new();
    private readonly WebApplication _origin;
    private GatewayHost _gateway = null!;

    private RealPagesSite(WebApplication origin) => _origin = origin;

    public TrackerJudges Judges => new(_gateway.Services.GetRequiredService<SiteCatalog>().All.Single().Judge, Host);

    public static async Task<RealPagesSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new RealPagesSite(builder.Build());
        site._origin.Run(SendAsync);
        await site._origin.StartAsync();
        site._gateway = await GatewayHost.StartAsync(
            [
                "--Urls=http://127.0.0.1:0",
                "--Gateway:Redis=127.0.0.1:1",
                "--Gateway:DashboardUrl=http://127.0.0.1:0",
                $"--Gateway:DataDirectory={site._data.Path}",
                "--Gateway:SigningKey=dGVzdHMgc2lnbiB3aXRoIHRoaXMgdmVyeSBvcGVuIGtleSE=",
                $"--Sites:clinic:Hosts:0={Host}",
                $"--Sites:clinic:Origins:0={site._origin.Urls.First()}",
                "--Sites:clinic:Trackers:Unclassified=report",
            ],
            adjust: host => host.Logging.ClearProviders());
        return site;
    }

    /// <summary>The page as its own server gives it.</summary>
    public Uri Straight(string page) => new($"http://origin.localhost:{new Uri(_origin.Urls.First()).Port}/{page}");

    /// <summary>The page as the gateway gives it.</summary>
    public Uri Through(string page) => new($"http://{Host}:{_gateway.Addresses[0].Port}/{page}");

    /// <summary>Opens a page and lets it do all it does, down to its end.</summary>
    public static async Task OpenAsync(Visitor visitor, Uri address)
    {
        try
        {
            await visitor.Page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.Load, Timeout = 10_000 });
            await visitor.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
            await visitor.RestAsync();
        }
        catch (TimeoutException)
        {
            // A page that does not load to its end has shown what it does in ten seconds.
        }
        catch (PlaywrightException leftItself) when (leftItself.Message.Contains("navigation", StringComparison.OrdinalIgnoreCase))
        {
            // A page that leads elsewhere has shown what it does.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _origin.StopAsync(new CancellationToken(canceled: true));
        await _origin.DisposeAsync();
        _data.Dispose();
    }

    private static Task SendAsync(HttpContext http)
    {
        var file = Path.Combine(RealPages.Folder!, Path.GetFileName(http.Request.Path.Value!));
        http.Response.ContentType = "text/html";
        if (File.Exists(file))
        {
            return http.Response.SendFileAsync(file);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
