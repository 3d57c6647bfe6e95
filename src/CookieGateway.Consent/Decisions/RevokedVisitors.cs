using System.Collections.Concurrent;

namespace CookieGateway.Consent.Decisions;

/// <summary>
/// Visitors whose cookie no longer counts: erased, or withdrawn by an officer on their behalf. Kept in memory so that no page
/// waits for it; the ledger feeds it from Redis. Safe for use by many threads.
/// </summary>
public sealed class RevokedVisitors
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<VisitorId, long>> _sites = new(StringComparer.Ordinal);

    /// <summary>True when a decision of this moment has been revoked; one that was taken later counts again.</summary>
    public bool Contains(string siteId, VisitorId visitor, DateTimeOffset decidedAt) =>
        _sites.TryGetValue(siteId, out var visitors)
        && visitors.TryGetValue(visitor, out var revokedAt)
        && decidedAt.ToUnixTimeMilliseconds() <= revokedAt;

    /// <summary>Revokes everything a visitor decided up to this moment.</summary>
    public void Add(string siteId, VisitorId visitor, DateTimeOffset revokedAt)
    {
        var visitors = _sites.GetOrAdd(siteId, static _ => new ConcurrentDictionary<VisitorId, long>());
        visitors.AddOrUpdate(
            visitor,
            static (_, at) => at,
            static (_, known, at) => Math.Max(known, at),
            revokedAt.ToUnixTimeMilliseconds());
    }

    /// <summary>
    /// Takes over a site's list as Redis has it. What was revoked here from <paramref name="readAt"/> on stays, since the list may have
    /// been read just before it.
    /// </summary>
    public void Replace(string siteId, IEnumerable<KeyValuePair<VisitorId, DateTimeOffset>> revoked, DateTimeOffset readAt)
    {
        foreach (var (visitor, at) in revoked)
        {
            Add(siteId, visitor, at);
        }

        var listed = revoked.Select(entry => entry.Key).ToHashSet();
        if (!_sites.TryGetValue(siteId, out var visitors))
        {
            return;
        }

        foreach (var (visitor, at) in visitors)
        {
            if (at < readAt.ToUnixTimeMilliseconds() && !listed.Contains(visitor))
            {
                visitors.TryRemove(KeyValuePair.Create(visitor, at));
            }
        }
    }
}
