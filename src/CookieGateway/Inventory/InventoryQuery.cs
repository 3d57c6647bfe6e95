namespace CookieGateway.Inventory;

/// <summary>Asks: what does this site set and load? Unclassified first, then by name. For the dashboard and the declaration.</summary>
public sealed class InventoryQuery
{
    private readonly InventoryStore _store;
    private readonly InventoryFlusher _flusher;

    internal InventoryQuery(InventoryStore store, InventoryFlusher flusher)
    {
        _store = store;
        _flusher = flusher;
    }

    /// <summary>Throws <see cref="Redis.RedisUnavailableException"/> when Redis cannot be asked.</summary>
    public async Task<IReadOnlyList<SeenCookie>> CookiesAsync(string siteId, CancellationToken cancellation)
    {
        await _flusher.FlushAsync(cancellation);
        var cookies = await _store.CookiesAsync(siteId, cancellation);
        return [.. cookies.OrderBy(cookie => cookie.Purpose is not null).ThenBy(cookie => cookie.Name, StringComparer.Ordinal)];
    }

    /// <summary>Throws <see cref="Redis.RedisUnavailableException"/> when Redis cannot be asked.</summary>
    public async Task<IReadOnlyList<SeenThirdParty>> ThirdPartiesAsync(string siteId, CancellationToken cancellation)
    {
        await _flusher.FlushAsync(cancellation);
        var parties = await _store.ThirdPartiesAsync(siteId, cancellation);
        return [.. parties.OrderBy(party => party.Purpose is not null).ThenBy(party => party.Host, StringComparer.Ordinal)
            .ThenBy(party => party.Vector, StringComparer.Ordinal)];
    }
}
