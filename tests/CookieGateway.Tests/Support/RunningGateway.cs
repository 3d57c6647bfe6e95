using System.Net.Sockets;
using System.Text.Json.Nodes;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CookieGateway.Tests.Support;

/// <summary>The real gateway on a free port, in front of a real origin, with a data directory and a configuration file of its own.</summary>
public sealed class RunningGateway : IAsyncDisposable
{
    /// <summary>The host of the one site, <see cref="SiteId"/>, unless a test configures others.</summary>
    public const string Host = "clinic.test";

    public const string SiteId = "clinic";

    private readonly GatewayHost _gateway;
    private readonly TestOrigin? _origin;
    private readonly TemporaryDirectory _directory;
    private readonly JsonObject _configuration;

    private RunningGateway(GatewayHost gateway, TestOrigin? origin, TemporaryDirectory directory, JsonObject configuration)
    {
        _gateway = gateway;
        _origin = origin;
        _directory = directory;
        _configuration = configuration;
        Client = ClientFor(gateway.Addresses[0]);
    }

    /// <summary>Where the gateway listens. A test that writes its own bytes connects here and names <see cref="Host"/>.</summary>
    public Uri Address => _gateway.Addresses[0];

    /// <summary>Resolves every host to the gateway; follows no redirect, keeps no cookie, decodes nothing.</summary>
    public HttpClient Client { get; }

    public TestOrigin Origin => _origin ?? throw new InvalidOperationException("This gateway was started in front of another origin.");

    public GatewayHost Gateway => _gateway;

    public IServiceProvider Services => _gateway.Services;

    public Site Site => Services.GetRequiredService<SiteCatalog>().All.First(site => site.Id == SiteId);

    /// <summary>Starts an origin that answers as the lambda says, and the gateway in front of it.</summary>
    public static async Task<RunningGateway> InFrontOfAsync(
        RequestDelegate origin, Action<JsonObject>? configure = null, Action<WebApplicationBuilder>? adjust = null)
    {
        var started = await TestOrigin.StartAsync(origin);
        return await StartAsync(started.Address, started, configure, adjust);
    }

    /// <summary>Starts the gateway in front of an origin that the test has started, and disposes of, itself.</summary>
    public static Task<RunningGateway> InFrontOfAsync(
        Uri origin, Action<JsonObject>? configure = null, Action<WebApplicationBuilder>? adjust = null) =>
        StartAsync(origin, null, configure, adjust);

    /// <summary>An origin that answers every request with this page.</summary>
    public static RequestDelegate Page(string html, string contentType = "text/html; charset=utf-8") => http =>
    {
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(html);
    };

    /// <summary>Asks for a path of the site.</summary>
    public Task<HttpResponseMessage> GetAsync(string pathAndQuery, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Host}{pathAndQuery}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<string> GetTextAsync(string pathAndQuery, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(pathAndQuery, headers);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The Cookie header of a visitor who has granted these purposes just now, as the gateway itself would have signed it.</summary>
    public (string Name, string Value) Granted(params ReadOnlySpan<Purpose> purposes)
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var decision = new ConsentDecision
        {
            Visitor = VisitorId.New(),
            Record = RecordId.New(now),
            Purposes = PurposeSet.Of(purposes),
            At = now,
            Expires = now.AddDays(30),
            Policy = Site.Policy.InForceAt(now)?.Version ?? "",
            Notice = NoticeVersion.Of("notice"u8),
        };
        return ("Cookie", $"{Site.CookieName}={Services.GetRequiredService<ConsentTokens>().Sign(Site.TokenScope, decision)}");
    }

    /// <summary>Changes the configuration file and waits until the gateway uses it.</summary>
    public async Task ReconfigureAsync(Action<JsonObject> change)
    {
        var used = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Services.GetRequiredService<SiteCatalog>().Changed += () => used.TrySetResult();
        change(_configuration);
        WriteConfiguration(_configuration.ToJsonString());
        await Eventually.EndsAsync(used.Task);
    }

    /// <summary>Puts any text in the place of the configuration file.</summary>
    public void WriteConfiguration(string text) => _directory.Write("gateway.json", text);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _gateway.DisposeAsync();
        if (_origin is not null)
        {
            await _origin.DisposeAsync();
        }

        _directory.Dispose();
    }

    private static async Task<RunningGateway> StartAsync(
        Uri originAddress, TestOrigin? origin, Action<JsonObject>? configure, Action<WebApplicationBuilder>? adjust)
    {
        var directory = new TemporaryDirectory();
        var configuration = TestConfiguration.For(originAddress, directory.Path);
        configure?.Invoke(configuration);
        var file = directory.Write("gateway.json", configuration.ToJsonString());
        var gateway = await GatewayHost.StartAsync([], file, builder =>
        {
            builder.Logging.ClearProviders();
            adjust?.Invoke(builder);
        });
        return new RunningGateway(gateway, origin, directory, configuration);
    }

    private static HttpClient ClientFor(Uri gateway) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(gateway.Host, gateway.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}
