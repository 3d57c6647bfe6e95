using System.Globalization;
using CookieGateway.Redis;
using StackExchange.Redis;

namespace CookieGateway.Statistics;

/// <summary>The numbers in Redis: one hash for each site and day.</summary>
internal sealed class StatisticsStore(RedisConnection redis)
{
    // Two years and a month: a year, and the year before it to compare with.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(760);

    // A batch is sent again until Redis has answered; its mark has to outlive that by far, and nothing more.
    private static readonly TimeSpan MarkKept = TimeSpan.FromDays(2);

    /// <summary>Adds a batch, once, however often it is sent. Both keys carry the site as hash tag: one step, on a cluster too.</summary>
    public Task AddAsync(CountBatch batch, CancellationToken cancellation) => redis.AskAsync(
        database =>
        {
            var day = DayKey(batch.Site, batch.Day);
            var mark = (RedisKey)$"cg:{{{batch.Site}}}:stats:batch:{batch.Id:N}";
            var step = database.CreateTransaction();
            step.AddCondition(Condition.KeyNotExists(mark));
            _ = step.StringSetAsync(mark, 1, MarkKept);
            foreach (var (field, count) in batch.Counts)
            {
                _ = step.HashIncrementAsync(day, field, count);
            }

            _ = step.KeyExpireAsync(day, Kept);
            return step.ExecuteAsync();
        },
        cancellation);

    public async Task<IReadOnlyList<DayCounts>> ReadAsync(string site, Period period, CancellationToken cancellation)
    {
        var days = period.Days.ToArray();
        var hashes = await redis.AskAsync(
            database => Task.WhenAll(days.Select(day => database.HashGetAllAsync(DayKey(site, day)))), cancellation);
        return [.. days.Select((day, index) => new DayCounts(day, hashes[index].ToDictionary(
            entry => (string)entry.Name!, entry => (long)entry.Value, StringComparer.Ordinal)))];
    }

    private static RedisKey DayKey(string site, DateOnly day) =>
        $"cg:{{{site}}}:stats:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
