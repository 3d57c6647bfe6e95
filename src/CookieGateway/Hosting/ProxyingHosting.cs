using System.Text;
using CookieGateway.ConsentApi;
using CookieGateway.Proxying;
using CookieGateway.Proxying.Request;
using CookieGateway.Proxying.Response;

namespace CookieGateway.Hosting;

/// <summary>Wires the path of a page.</summary>
internal static class ProxyingHosting
{
    private const int LargestOriginHeadersKilobytes = 256;

    public static void AddProxying(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<OwnPages>(provider => provider.GetRequiredService<ConsentPaths>().AnswerAsync);
        services.AddSingleton<SiteFinder>();
        services.AddSingleton<TrustedHop>();
        services.AddSingleton<ConsentReader>();
        services.AddSingleton<ConsentHeader>();
        services.AddSingleton<OriginRequest>();
        services.AddSingleton<OriginResponse>();
        services.AddSingleton<PageOutcomes>();
        services.AddSingleton<PageRequest>();
        services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
            .AddTransforms<ProxyTransforms>()
            .ConfigureHttpClient((_, handler) => Configure(handler));
    }

    public static void UseProxying(this WebApplication gateway)
    {
        var hop = gateway.Services.GetRequiredService<TrustedHop>();
        var page = gateway.Services.GetRequiredService<PageRequest>();
        gateway.Use(next => http => Arrival.HandleAsync(http, hop, next));
        gateway.UseRouting();
        gateway.Use(next => http => page.HandleAsync(http, next));
        gateway.MapReverseProxy();
    }

    private static void Configure(SocketsHttpHandler handler)
    {
        // The same bytes as to and from visitors (KestrelHosting).
        handler.RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1;
        handler.ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1;
#pragma warning disable CA2262 // It is meant in kilobytes.
        handler.MaxResponseHeadersLength = LargestOriginHeadersKilobytes;
#pragma warning restore CA2262

        // No header of the gateway's own diagnostics goes to a clinic's server.
        handler.ActivityHeadersPropagator = null;

        // An origin that moves to another address is found there within minutes.
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        handler.ConnectTimeout = TimeSpan.FromSeconds(10);
    }
}
