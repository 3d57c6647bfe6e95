using System.Collections.Concurrent;
using CookieGateway.Redis;

namespace CookieGateway.Statistics;

/// <summary>
/// Brings pending numbers to Redis every few seconds, before they are read, and when the gateway stops. While Redis is away they
/// stay where they are; they are lost only if the process dies between two flushes. Decisions themselves are safe in the ledger.
/// </summary>
internal sealed partial class CountsFlusher(
    PendingCounts pending, StatisticsStore store, CalendarDays days, ILogger<CountsFlusher> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    // A batch whose fate is unknown is sent again as it is; what comes after it waits in PendingCounts, so this stays small.
    private readonly ConcurrentQueue<CountBatch> _underWay = new();
    private readonly SemaphoreSlim _one = new(1);
    private bool _failing;

    /// <summary>False when Redis did not take everything.</summary>
    public async Task<bool> FlushAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_underWay.IsEmpty)
            {
                foreach (var batch in pending.Take(days.Today))
                {
                    _underWay.Enqueue(batch);
                }
            }

            while (_underWay.TryPeek(out var batch))
            {
                await store.AddAsync(batch, cancellation);
                _underWay.TryDequeue(out _);
            }

            _failing = false;
            return true;
        }
        catch (RedisUnavailableException failure)
        {
            if (!_failing)
            {
                _failing = true;
                Kept(logger, failure.Message);
            }

            return false;
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
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryFlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last flush is StopAsync's.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The statistics are kept in memory for now. {Reason}")]
    private static partial void Kept(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "The statistics could not be written. They are kept in memory and tried again in a few seconds.")]
    private static partial void Failed(ILogger logger, Exception failure);
}
