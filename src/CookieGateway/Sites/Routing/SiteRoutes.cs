using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;

namespace CookieGateway.Sites.Routing;

/// <summary>
/// Tells YARP of the sites: a route and a cluster each, in YARP's own model. When the catalog changes YARP takes the new
/// snapshot over, and requests under way end on the old one.
/// </summary>
internal sealed class SiteRoutes : IProxyConfigProvider, IDisposable
{
    private readonly SiteCatalog _sites;
    private volatile Snapshot _snapshot;

    public SiteRoutes(SiteCatalog sites)
    {
        _sites = sites;
        _snapshot = new Snapshot(sites.All);
        sites.Changed += Refresh;
    }

    public IProxyConfig GetConfig() => _snapshot;

    public void Dispose()
    {
        _sites.Changed -= Refresh;
        _snapshot.Dispose();
    }

    private void Refresh()
    {
        var old = _snapshot;
        _snapshot = new Snapshot(_sites.All);
        old.Outdate();
        old.Dispose();
    }

    private sealed class Snapshot : IProxyConfig, IDisposable
    {
        private readonly CancellationTokenSource _outdated = new();

        public Snapshot(IReadOnlyList<Site> sites)
        {
            var served = sites.Where(site => site.Origins.Count > 0).ToArray();
            Routes = [.. served.Select(SiteRoute.RouteOf)];
            Clusters = [.. served.Select(SiteRoute.ClusterOf)];
            ChangeToken = new CancellationChangeToken(_outdated.Token);
        }

        public IReadOnlyList<RouteConfig> Routes { get; }

        public IReadOnlyList<ClusterConfig> Clusters { get; }

        public IChangeToken ChangeToken { get; }

        public void Outdate() => _outdated.Cancel();

        public void Dispose() => _outdated.Dispose();
    }
}
