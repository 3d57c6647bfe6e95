using CookieGateway.Sites;
using CookieGateway.Sites.Routing;
using Yarp.ReverseProxy.Model;

namespace CookieGateway.Proxying.Request;

/// <summary>Finds the site of a request: by the route of YARP's that matched, where that names one, else by the host.</summary>
/// <remarks>
/// A hand-written route that names no site, for a host that no site has, finds none: nothing is ever forwarded outside of a site.
/// </remarks>
internal sealed class SiteFinder(SiteCatalog sites)
{
    public Site? Find(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.Metadata?.GetValueOrDefault(SiteRoute.MetadataKey) is { } id
        && sites.TryGet(id, out var named)
            ? named
            : sites.Find(http.Request.Host);
}
