using System.Diagnostics.CodeAnalysis;

namespace CookieGateway.Sites;

/// <summary>All sites that the gateway answers for: one immutable snapshot at a time, swapped whole when the configuration changes.</summary>
public sealed class SiteCatalog
{
    private volatile HostIndex _hosts;

    public SiteCatalog(IReadOnlyList<Site> sites) => _hosts = new HostIndex(sites);

    /// <summary>Raised after a new snapshot is in place.</summary>
    public event Action? Changed;

    public IReadOnlyList<Site> All => _hosts.Sites;

    /// <summary>The site that a Host header names, whatever its port; null when no site answers to it.</summary>
    public Site? Find(HostString host) => _hosts.Find(host.Value);

    public bool TryGet(string? id, [NotNullWhen(true)] out Site? site) => _hosts.TryGet(id, out site);

    /// <summary>Puts a new snapshot in place. Requests under way keep the site they found.</summary>
    public void Replace(IReadOnlyList<Site> sites)
    {
        _hosts = new HostIndex(sites);
        Changed?.Invoke();
    }
}
