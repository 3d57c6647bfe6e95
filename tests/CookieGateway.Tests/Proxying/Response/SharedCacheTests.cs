using System.Net.Sockets;
using CookieGateway.Consent.Purposes;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace CookieGateway.Tests.Proxying.Response;

/// <summary>"Consent state leaks through page caches" (FIELD (b) 12): a shared cache, ASP.NET Core's own, stands in front of the gateway.</summary>
public sealed class SharedCacheTests : IAsyncLifetime, IDisposable
{
    private RunningGateway _gateway = null!;
    private WebApplication _cache = null!;
    private HttpClient _visitors = null!;

    public async Task InitializeAsync()
    {
        _gateway = await RunningGateway.InFrontOfAsync(http =>
        {
            // A shop that caches as much as it may.
            http.Response.Headers.CacheControl = "public, max-age=600, s-maxage=600";
            http.Response.Headers.ETag = "\"v1\"";
            var isFile = http.Request.Path == "/site.css";
            http.Response.ContentType = isFile ? "text/css" : "text/html";
            return http.Response.WriteAsync(isFile ? "a{}" : "<html><body><script src=\"https://mc.yandex.ru/metrika/tag.js\"></script>page");
        });

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddResponseCaching();
        builder.Services.AddHttpForwarder();
        _cache = builder.Build();
        _cache.UseResponseCaching();
        var forwarder = _cache.Services.GetRequiredService<IHttpForwarder>();
        var client = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        var keepHost = new KeepHost();
        _cache.Run(async http => await forwarder.SendAsync(http, _gateway.Address.ToString(), client, ForwarderRequestConfig.Empty, keepHost));
        await _cache.StartAsync();

        var address = new Uri(_cache.Urls.First());
        _visitors = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(address.Host, address.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public async Task DisposeAsync()
    {
        await _cache.StopAsync(new CancellationToken(canceled: true));
        await _cache.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    public void Dispose() => _visitors.Dispose();

    [Fact]
    public async Task Complaint_12_one_visitors_consent_does_not_reach_another_through_a_cache()
    {
        var granted = await GetAsync("/", _gateway.Granted(Purpose.Preferences, Purpose.Analytics, Purpose.Marketing));
        var stranger = await GetAsync("/");
        var again = await GetAsync("/", _gateway.Granted(Purpose.Preferences, Purpose.Analytics, Purpose.Marketing));

        Assert.Contains("<script src=\"https://mc.yandex.ru/metrika/tag.js\">", granted, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src=\"https://mc.yandex.ru/metrika/tag.js\">", stranger, StringComparison.Ordinal);
        Assert.Contains("id=\"cg-banner\"", stranger, StringComparison.Ordinal);
        Assert.Equal(granted, again);
    }

    [Fact]
    public async Task Complaint_12_what_has_no_consent_in_it_is_still_cached()
    {
        Assert.Equal("a{}", await GetAsync("/site.css"));
        Assert.Equal("a{}", await GetAsync("/site.css"));

        Assert.Single(_gateway.Origin.Requests, request => request.Target.StartsWith("/site.css", StringComparison.Ordinal));
    }

    private async Task<string> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{RunningGateway.Host}{path}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _visitors.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private sealed class KeepHost : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = httpContext.Request.Host.Value;
        }
    }
}
