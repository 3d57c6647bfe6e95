using System.Globalization;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace CookieGateway.Sites.Routing;

/// <summary>One site in YARP's words.</summary>
public static class SiteRoute
{
    /// <summary>The key in a route's metadata that names the site it serves; in a hand-written route too.</summary>
    public const string MetadataKey = "Site";

    // Hand-written routes, whose order is 0 unless they say otherwise, come before a site's catch-all.
    private const int AfterHandWrittenRoutes = 1000;

    public static RouteConfig RouteOf(Site site) => new()
    {
        RouteId = "site-" + site.Id,
        ClusterId = "site-" + site.Id,
        Order = AfterHandWrittenRoutes,
        Match = new RouteMatch { Hosts = [.. site.Hosts.Select(host => host.ToString())], Path = "/{**any}" },
        Metadata = new Dictionary<string, string> { [MetadataKey] = site.Id },
    };

    public static ClusterConfig ClusterOf(Site site) => new()
    {
        ClusterId = "site-" + site.Id,
        LoadBalancingPolicy = site.Health.Balancing,
        Destinations = site.Origins
            .Select((origin, index) => (key: index.ToString(CultureInfo.InvariantCulture), origin))
            .ToDictionary(pair => pair.key, pair => new DestinationConfig { Address = pair.origin.AbsoluteUri }),
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = site.Health.Patience },
        HealthCheck = new HealthCheckConfig
        {
            // When all origins look ill, asking one of them is better than asking none.
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Passive = new PassiveHealthCheckConfig
            {
                Enabled = site.Origins.Count > 1,
                Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate,
                ReactivationPeriod = site.Health.CheckInterval,
            },
            Active = new ActiveHealthCheckConfig
            {
                Enabled = site.Health.CheckPath is not null,
                Path = site.Health.CheckPath,
                Interval = site.Health.CheckInterval,
                Timeout = TimeSpan.FromSeconds(5),
                Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
            },
        },
    };
}
