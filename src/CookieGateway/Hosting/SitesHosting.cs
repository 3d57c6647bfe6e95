using CookieGateway.Sites;
using CookieGateway.Sites.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yarp.ReverseProxy.Configuration;

namespace CookieGateway.Hosting;

/// <summary>Wires what the folder Sites offers.</summary>
internal static class SitesHosting
{
    public static void AddSites(this WebApplicationBuilder builder, ConfigurationSources sources, GatewayConfiguration configuration)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(sources);
        services.AddSingleton(configuration.Gateway);
        services.AddSingleton(new SiteCatalog(configuration.Sites));
        services.AddSingleton<LiveConfiguration>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveConfiguration>());
        services.AddSingleton<IProxyConfigProvider, SiteRoutes>();
    }
}
