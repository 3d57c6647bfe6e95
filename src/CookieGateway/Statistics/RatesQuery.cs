namespace CookieGateway.Statistics;

/// <summary>Asks: how many accept? Throws <see cref="Redis.RedisUnavailableException"/> when the numbers cannot be had.</summary>
public sealed class RatesQuery
{
    private readonly StatisticsStore _store;
    private readonly CountsFlusher _flusher;

    internal RatesQuery(StatisticsStore store, CountsFlusher flusher)
    {
        _store = store;
        _flusher = flusher;
    }

    /// <summary>The rates of each site, in the order of the ids.</summary>
    public async Task<IReadOnlyList<Rates>> AskAsync(IReadOnlyList<string> siteIds, Period period, CancellationToken cancellation)
    {
        // What this gateway has counted until now belongs to the answer; what others have is at most a few seconds old.
        await _flusher.FlushAsync(cancellation);
        var days = await Task.WhenAll(siteIds.Select(site => _store.ReadAsync(site, period, cancellation)));
        return [.. days.Select(site => Rates.Of(period, site))];
    }
}
