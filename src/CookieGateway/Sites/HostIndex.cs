using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CookieGateway.Sites;

/// <summary>Finds a site by host without allocating: one look-up for the exact host, then one for each domain above it.</summary>
internal sealed class HostIndex
{
    // RFC 1035, 2.3.4: no name is longer.
    private const int LongestHost = 255;

    private readonly FrozenDictionary<string, Site> _ids;
    private readonly FrozenDictionary<string, Site>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly FrozenDictionary<string, Site>.AlternateLookup<ReadOnlySpan<char>> _below;

    public HostIndex(IReadOnlyList<Site> sites)
    {
        Sites = sites;
        _ids = sites.ToFrozenDictionary(site => site.Id, StringComparer.OrdinalIgnoreCase);
        _exact = Index(sites, wildcards: false);
        _below = Index(sites, wildcards: true);
    }

    public IReadOnlyList<Site> Sites { get; }

    public bool TryGet(string? id, [NotNullWhen(true)] out Site? site)
    {
        site = null;
        return id is not null && _ids.TryGetValue(id, out site);
    }

    public Site? Find(ReadOnlySpan<char> hostAndPort)
    {
        var host = WithoutPort(hostAndPort);
        if (host.IsEmpty || host.Length > LongestHost)
        {
            return null;
        }

        if (_exact.TryGetValue(host, out var site))
        {
            return site;
        }

        for (var dot = host.IndexOf('.'); dot >= 0; dot = host.IndexOf('.'))
        {
            host = host[(dot + 1)..];
            if (_below.TryGetValue(host, out site))
            {
                return dot > 0 ? site : null;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> hostAndPort)
    {
        var colon = hostAndPort.LastIndexOf(':');
        return colon > hostAndPort.LastIndexOf(']') ? hostAndPort[..colon] : hostAndPort;
    }

    private static FrozenDictionary<string, Site>.AlternateLookup<ReadOnlySpan<char>> Index(
        IReadOnlyList<Site> sites, bool wildcards) =>
        sites.SelectMany(site => site.Hosts
                .Where(host => host.IsWildcard == wildcards)
                .Select(host => KeyValuePair.Create(host.Name, site)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
