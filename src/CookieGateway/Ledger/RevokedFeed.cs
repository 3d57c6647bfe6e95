using CookieGateway.Consent.Decisions;
using CookieGateway.Redis;
using CookieGateway.Sites;

namespace CookieGateway.Ledger;

/// <summary>
/// Keeps <see cref="RevokedVisitors"/> as Redis has it: by channel at once, and by the sites' lists at every repaired connection and
/// every few minutes, since nobody repeats what a channel said while a gateway was away.
/// </summary>
internal sealed partial class RevokedFeed(
    RevokedVisitors revoked, Outbox outbox, RedisConnection redis, SiteCatalog sites, TimeProvider time, ILogger<RevokedFeed> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Orders that have not reached Redis yet count on this gateway before it serves its first page.
        OutboxCursor cursor = default;
        while (outbox.Read(cursor) is { Entries.Count: > 0 } read)
        {
            foreach (var order in read.Entries.Select(entry => LedgerJson.ReadOutboxEntry(entry.Span)?.Revocation).OfType<Revocation>())
            {
                revoked.Add(order.Site, order.Visitor, order.At);
            }

            cursor = read.Next;
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var restored = new SemaphoreSlim(1);
        void Restored() => restored.Release();
        redis.Restored += Restored;
        try
        {
            await redis.SubscribeAsync(LedgerKeys.RevocationChannel, Heard, stoppingToken);
            while (await WaitAsync(restored, stoppingToken))
            {
                await ReadListsAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            redis.Restored -= Restored;
        }
    }

    private static async Task<bool> WaitAsync(SemaphoreSlim restored, CancellationToken cancellation)
    {
        await restored.WaitAsync(Every, cancellation);
        return true;
    }

    private void Heard(string message)
    {
        if (RevocationWriter.Read(message) is { } order)
        {
            revoked.Add(order.Site, order.Visitor, order.At);
        }
    }

    private async Task ReadListsAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var site in sites.All)
            {
                var readAt = time.GetUtcNow();
                var oldest = (readAt - LedgerRules.RevocationsKept).ToUnixTimeMilliseconds();
                var list = await redis.AskAsync(
                    database => database.SortedSetRangeByScoreWithScoresAsync(new LedgerKeys(site.Id).Revoked, oldest), cancellation);
                revoked.Replace(site.Id, [.. list.Select(Entry).OfType<KeyValuePair<VisitorId, DateTimeOffset>>()], readAt);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(logger, failure.Message);
        }
    }

    private static KeyValuePair<VisitorId, DateTimeOffset>? Entry(StackExchange.Redis.SortedSetEntry entry) =>
        VisitorId.TryParse(entry.Element, out var visitor)
            ? KeyValuePair.Create(visitor, DateTimeOffset.FromUnixTimeMilliseconds((long)entry.Score))
            : null;

    [LoggerMessage(LogLevel.Warning, "The list of revoked visitors could not be read; the one in memory goes on to count. {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
