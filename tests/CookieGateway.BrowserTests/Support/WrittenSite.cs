using System.Collections.Concurrent;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CookieGateway.BrowserTests.Support;

/// <summary>The whole gateway in front of a web server whose pages a test writes itself: for what no demo clinic happens to have.</summary>
internal sealed class WrittenSite : IAsyncDisposable
{
    /// <summary>The site's id, and the first word of its host.</summary>
    public const string Id = "clinic";

    private readonly WebApplication _origin;
    private readonly TemporaryDirectory _data;
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _cookies = new();

    private WrittenSite(WebApplication origin, TemporaryDirectory data) => (_origin, _data) = (origin, data);

    public GatewayHost Gateway { get; private set; } = null!;

    /// <summary>The Cookie headers of all requests that have reached the origin.</summary>
    public IReadOnlyCollection<string> CookiesAtTheOrigin => _cookies;

    /// <param name="settings">Settings of the one site, without <c>Sites:clinic:</c>, or with <c>--</c> in front as on a command line.</param>
    public static async Task<WrittenSite> StartAsync(params string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new WrittenSite(builder.Build(), new TemporaryDirectory());
        site._origin.Run(site.AnswerAsync);
        await site._origin.StartAsync();
        site.Gateway = await GatewayHost.StartAsync(
            [
                "--Urls=http://127.0.0.1:0",
                "--Gateway:Redis=127.0.0.1:1",
                "--Gateway:DashboardUrl=http://127.0.0.1:0",
                $"--Gateway:DataDirectory={site._data.Path}",
                "--Gateway:SigningKey=dGVzdHMgc2lnbiB3aXRoIHRoaXMgdmVyeSBvcGVuIGtleSE=",
                "--Gateway:TrustedProxies:0=127.0.0.1",
                $"--Sites:{Id}:Hosts:0={Id}.localhost",
                $"--Sites:{Id}:Origins:0={site._origin.Urls.First()}",
                $"--Sites:{Id}:Operator:Name:ru=ТОО «Клиника»",
                $"--Sites:{Id}:Operator:Name:kk=«Клиника» ЖШС",
                $"--Sites:{Id}:Operator:Id=180740027339",
                .. settings.Select(setting => setting.StartsWith("--", StringComparison.Ordinal) ? setting : $"--Sites:{Id}:{setting}"),
            ],
            adjust: host => host.Logging.ClearProviders());
        return site;
    }

    public Uri AddressOf(string path = "/") => new($"http://{Id}.localhost:{Gateway.Addresses[0].Port}{path}");

    /// <summary>A whole page at a path; all other paths have an empty page.</summary>
    public WrittenSite With(string path, string body, string head = "", string language = "ru")
    {
        _pages[path] = $"""
            <!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Клиника</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">{head}</head><body><main><h1>Клиника</h1>{body}</main></body></html>
            """;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await _origin.StopAsync(new CancellationToken(canceled: true));
        await _origin.DisposeAsync();
        _data.Dispose();
    }

    private Task AnswerAsync(HttpContext http)
    {
        _cookies.Enqueue(http.Request.Headers.Cookie.ToString());
        if (!_pages.TryGetValue(http.Request.Path.Value!, out var page))
        {
            http.Response.StatusCode = http.Request.Path == "/favicon.ico" ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            page = "<!doctype html><html lang=ru><title>Клиника</title><main><h1>Клиника</h1></main>";
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page);
    }
}
