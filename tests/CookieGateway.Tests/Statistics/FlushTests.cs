using CookieGateway.Statistics;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CookieGateway.Tests.Statistics;

public sealed class FlushTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private readonly PendingCounts _pending = new();
    private readonly CalendarDays _days = new(ManualClock.At("2026-11-21T10:00:00Z"), TimeZoneInfo.Utc);

    [Fact]
    public async Task While_Redis_is_away_numbers_are_kept_and_then_added_once()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        var store = new StatisticsStore(redis);
        using var flusher = new CountsFlusher(_pending, store, _days, NullLogger<CountsFlusher>.Instance);

        _pending.Add(new("clinic", Day, "pages:asked"), 2);
        Assert.True(await flusher.FlushAsync(CancellationToken.None));
        await server.KillAsync();
        _pending.Add(new("clinic", Day, "pages:asked"), 3);
        Assert.False(await flusher.FlushAsync(CancellationToken.None));
        _pending.Add(new("clinic", Day, "pages:asked"), 4);
        await server.StartAgainAsync();
        await Eventually.IsTrueAsync(() => flusher.FlushAsync(CancellationToken.None), "The numbers were not flushed after Redis was back.");
        await flusher.FlushAsync(CancellationToken.None);

        var day = Assert.Single(await store.ReadAsync("clinic", new Period(Day, Day), CancellationToken.None));
        Assert.Equal(9, day["pages:asked"]);
    }

    [Fact]
    public async Task A_batch_that_is_sent_twice_counts_once()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        var store = new StatisticsStore(redis);
        var batch = new CountBatch(Guid.NewGuid(), "clinic", Day, [("pages:asked", 5)]);

        await store.AddAsync(batch, CancellationToken.None);
        await store.AddAsync(batch, CancellationToken.None);

        Assert.Equal(5, Assert.Single(await store.ReadAsync("clinic", new Period(Day, Day), CancellationToken.None))["pages:asked"]);
        Assert.True(await redis.AskAsync(database => database.KeyTimeToLiveAsync("cg:{clinic}:stats:2026-11-21")) > TimeSpan.FromDays(700));
    }
}
