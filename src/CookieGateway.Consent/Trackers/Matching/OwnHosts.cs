namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>The hosts that are the site itself.</summary>
internal sealed class OwnHosts
{
    private readonly HostIndex<Reach> _index;

    public OwnHosts(TrackerRules rules) => _index = new HostIndex<Reach>(
        [.. rules.OwnHosts.Select(ToEntry)
            .Concat(rules.OwnDomains.Select(domain => (Host: domain.TrimStart('.'), Reach: Reach.Itself | Reach.Below)))
            .GroupBy(entry => entry.Host.ToLowerInvariant(), entry => entry.Reach)
            .Select(group => KeyValuePair.Create(group.Key, group.Aggregate((all, one) => all | one)))]);

    [Flags]
    private enum Reach
    {
        Itself = 1,
        Below = 2,
    }

    public bool Contains(ReadOnlySpan<byte> host)
    {
        if (host.IsEmpty)
        {
            return true;
        }

        foreach (var (reach, length) in _index.Find(host))
        {
            if ((reach & (length == host.Length ? Reach.Itself : Reach.Below)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static (string Host, Reach Reach) ToEntry(string host) =>
        host.StartsWith("*.", StringComparison.Ordinal) ? (host[2..], Reach.Below) : (host, Reach.Itself);
}
