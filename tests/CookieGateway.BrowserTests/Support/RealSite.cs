using System.Text.Json.Nodes;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.BrowserTests.Support;

/// <summary>The real gateway in front of an origin whose pages the test writes, on hosts that the browser finds on the loopback.</summary>
internal sealed class RealSite : IAsyncDisposable
{
    public const string Host = "clinic.localhost";

    private RealSite(RunningGateway gateway) => Gateway = gateway;

    public RunningGateway Gateway { get; }

    /// <param name="answer">Sets headers of the page as it likes, and gives its markup.</param>
    /// <param name="settings">The site's block in the configuration, to change.</param>
    /// <param name="adjust">The last word on the gateway's services.</param>
    public static Task<RealSite> StartAsync(Func<HttpContext, string> answer, Action<JsonObject>? settings = null, Action<WebApplicationBuilder>? adjust = null) =>
        InFrontOfAsync(
            http =>
            {
                http.Response.ContentType = "text/html; charset=utf-8";
                return http.Response.WriteAsync(answer(http));
            },
            settings,
            adjust);

    public static Task<RealSite> StartAsync(string page, Action<JsonObject>? settings = null, Action<WebApplicationBuilder>? adjust = null) =>
        StartAsync(_ => page, settings, adjust);

    /// <summary>The same for an origin that answers with more than a page.</summary>
    public static async Task<RealSite> InFrontOfAsync(RequestDelegate origin, Action<JsonObject>? settings = null, Action<WebApplicationBuilder>? adjust = null) => new(
        await RunningGateway.InFrontOfAsync(
            origin,
            configuration =>
            {
                var site = configuration["Sites"]![RunningGateway.SiteId]!.AsObject();
                site["Hosts"] = new JsonArray(Host, "*." + Host, "clinic-com.localhost");
                site["CookieDomains"] = new JsonArray(Host, "clinic-com.localhost");
                settings?.Invoke(site);
            },
            adjust));

    public Uri AddressOf(string path = "/", string host = Host) => new($"http://{host}:{Gateway.Address.Port}{path}");

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
