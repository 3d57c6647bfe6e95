namespace CookieGateway.Redis;

/// <summary>Looks after the connection: agrees on the signing keys whenever Redis is there, and knows what is wrong with the servers.</summary>
public sealed partial class RedisHealth(
    RedisConnection redis, SigningKeyStore keys, EmbeddedRedis? embedded, ILogger<RedisHealth> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private volatile IReadOnlyList<string> _advice = [];

    /// <summary>What is wrong, in sentences; empty when nothing is.</summary>
    public IReadOnlyList<string> Reasons =>
    [
        .. embedded?.Reason is { } broken ? [broken] : redis.State is { Connected: false, Reason: { } reason } ? (string[])[reason] : [],
        .. _advice,
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var restored = new SemaphoreSlim(0);
        void Restored() => restored.Release();
        redis.Restored += Restored;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await LookAsync(stoppingToken);
                await restored.WaitAsync(Every, stoppingToken);
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

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await keys.AgreeAsync(redis, cancellation);
            var facts = await RedisFacts.AskAsync(redis, cancellation);
            foreach (var news in facts.Reasons.Except(_advice))
            {
                Advice(logger, news);
            }

            _advice = facts.Reasons;
        }
        catch (RedisUnavailableException)
        {
            // The connection's own state says so already.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(logger, failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Advice}")]
    private static partial void Advice(ILogger logger, string advice);

    [LoggerMessage(LogLevel.Error, "The check of Redis failed. It is tried again in a minute.")]
    private static partial void Failed(ILogger logger, Exception failure);
}
