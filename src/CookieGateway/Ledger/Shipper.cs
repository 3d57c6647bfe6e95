using CookieGateway.Redis;

namespace CookieGateway.Ledger;

/// <summary>
/// Moves what is in the outbox to Redis, in order and at once, for as long as it takes. Everything it does may be done again, so that
/// whatever was interrupted is simply repeated. Nobody waits for it.
/// </summary>
internal sealed partial class Shipper(Outbox outbox, RedisConnection redis, EntryWriter writer, ILogger<Shipper> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly DurableMarks _marks = new();
    private OutboxCursor _sent;
    private bool _mustLook = true;
    private volatile string? _reason;

    /// <summary>Why entries stay in the outbox; null while they leave it.</summary>
    public string? Reason => _reason;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                var shipped = await ShipAsync(stoppingToken);
                failures = 0;
                _reason = null;
                if (!shipped)
                {
                    await outbox.WaitForMoreAsync(_marks.Any ? LookEvery : Rest, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // An exception that nobody thought of must not end the shipping: it is said, and tried again like any other.
                _mustLook = true;
                _reason = failure is RedisUnavailableException ? failure.Message : $"A decision could not be written to Redis: {failure.Message}";
                Waits(logger, failures == 0 ? LogLevel.Warning : LogLevel.Debug, _reason, failure is RedisUnavailableException ? null : failure);
                await PauseAsync(failures++, stoppingToken);
            }
        }
    }

    /// <summary>One batch; false when there was none.</summary>
    private async Task<bool> ShipAsync(CancellationToken cancellation)
    {
        if (_mustLook || _marks.IsLookDue(LookEvery))
        {
            await LookAsync(cancellation);
        }

        var (entries, next) = outbox.Read(_sent);
        if (entries.Count == 0)
        {
            return false;
        }

        await WriteAsync(entries, cancellation);
        _sent = next;
        _marks.Answered(next);
        return true;
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var facts = await RedisFacts.AskAsync(redis, cancellation);
        if (!_marks.Look(facts))
        {
            // Another server, or the same one restarted: what it had acknowledged but not made durable is sent again.
            SentAgain(logger);
            _sent = _marks.Released;
        }

        _mustLook = false;
        outbox.Release(_marks.Released);
    }

    private Task WriteAsync(IReadOnlyList<ReadOnlyMemory<byte>> payloads, CancellationToken cancellation)
    {
        var entries = new List<OutboxEntry>(payloads.Count);
        foreach (var payload in payloads)
        {
            if (LedgerJson.ReadOutboxEntry(payload.Span) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                Unreadable(logger, outbox.SetAside(payload.Span));
            }
        }

        return writer.WriteAsync(entries, cancellation);
    }

    // 0.1 s, then twice as long each time up to 10 s, each between half and all of it; cut short when the connection is back.
    private async Task PauseAsync(int failures, CancellationToken cancellation)
    {
        var longest = Math.Min(10_000, 100 << Math.Min(failures, 10));
        var restored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Restored() => restored.TrySetResult();
        redis.Restored += Restored;
        try
        {
            var pause = TimeSpan.FromMilliseconds(System.Security.Cryptography.RandomNumberGenerator.GetInt32(longest / 2, longest));
            await Task.WhenAny(restored.Task, Task.Delay(pause, cancellation));
        }
        finally
        {
            redis.Restored -= Restored;
        }
    }

    [LoggerMessage(Message = "Decisions wait in the outbox: {Reason}")]
    private static partial void Waits(ILogger logger, LogLevel level, string reason, Exception? failure);

    [LoggerMessage(LogLevel.Information, "Redis was restarted or replaced; what it may have lost is sent again from the outbox.")]
    private static partial void SentAgain(ILogger logger);

    [LoggerMessage(LogLevel.Error, "An entry of the outbox cannot be read by this version of the gateway. It is kept in {File}.")]
    private static partial void Unreadable(ILogger logger, string file);
}
