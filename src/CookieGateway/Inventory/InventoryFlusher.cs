using CookieGateway.Redis;
using CookieGateway.Sites;

namespace CookieGateway.Inventory;

/// <summary>Brings what was seen to Redis every few seconds, before it is read, and when the gateway stops; and back into <see cref="InventoryView"/>.</summary>
internal sealed partial class InventoryFlusher(
    SiteInventory inventory, InventoryStore store, InventoryView view, SiteCatalog sites, TimeProvider time, ILogger<InventoryFlusher> logger)
    : BackgroundService
{
    private const int FlushesBetweenViews = 6;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>False when Redis did not take everything; the rest is taken there next time.</summary>
    public async Task<bool> FlushAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var old = time.GetUtcNow() - Remembered;
            var all = true;
            foreach (var site in inventory.Sites)
            {
                all &= await FlushAsync(site.Cookies, cookies => store.AddAsync(site.Site, cookies, cancellation));
                all &= await FlushAsync(site.ThirdParties, parties => store.AddAsync(site.Site, parties, cancellation));
                site.Cookies.Forget(seen => seen.LastSeen < old);
                site.ThirdParties.Forget(seen => seen.LastSeen < old);
            }

            return all;
        }
        finally
        {
            _one.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    // It may seem right to let an unexpected exception out, but it would stop the host, and with it the sites, for the sake of numbers.
    private async Task TryFlushAsync(CancellationToken cancellation)
    {
        try
        {
            await FlushAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(logger, failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            // Whom a notice names must be known as soon as the first page is asked for.
            await view.RefreshAsync(store, sites.All.Select(site => site.Id), stoppingToken);
            for (var due = 0; await timer.WaitForNextTickAsync(stoppingToken); due--)
            {
                await TryFlushAsync(stoppingToken);
                if (due <= 0 && await view.RefreshAsync(store, sites.All.Select(site => site.Id), stoppingToken))
                {
                    due = FlushesBetweenViews;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last flush is StopAsync's.
        }
    }

    private static async Task<bool> FlushAsync<T>(SeenThings<T> things, Func<IReadOnlyList<KeyValuePair<string, T>>, Task> add)
        where T : class
    {
        var changed = things.TakeChanged();
        try
        {
            await add(changed);
            return true;
        }
        catch (RedisUnavailableException)
        {
            things.PutBack(changed);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The inventory could not be written. It is kept in memory and tried again in a few seconds.")]
    private static partial void Failed(ILogger logger, Exception failure);
}
