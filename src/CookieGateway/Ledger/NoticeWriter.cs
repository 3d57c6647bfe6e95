using CookieGateway.Redis;

namespace CookieGateway.Ledger;

/// <summary>Writes notices to Redis, each once.</summary>
internal sealed class NoticeWriter(RedisConnection redis)
{
    // Longer than any record may refer to it: the gateway renews the term whenever it shows the notice after a start.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3653);

    public Task WriteAsync(ShownNotice notice, CancellationToken cancellation) => redis.AskAsync(
        async database =>
        {
            var key = new LedgerKeys(notice.Site).Notice(notice.Version);
            var kept = database.StringSetAsync(key, notice.Bytes, Kept, StackExchange.Redis.When.NotExists);
            var renewed = database.KeyExpireAsync(key, Kept);
            return await kept | await renewed;
        },
        cancellation);
}
