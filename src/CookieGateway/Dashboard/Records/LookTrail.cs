using System.Text.Json;
using CookieGateway.Redis;
using StackExchange.Redis;

namespace CookieGateway.Dashboard.Records;

/// <summary>
/// Who looked at records, for each site, the newest first: access to personal data is itself on record. A look that cannot be written
/// down is refused, so every write comes before what it allows. The list is bounded; what falls off its end is in the log before that.
/// </summary>
public sealed partial class LookTrail(RedisConnection redis, TimeProvider time, ILogger<LookTrail> logger)
{
    public const int Kept = 1_000;

    /// <param name="siteId">Whose records.</param>
    /// <param name="member">Who looks.</param>
    /// <param name="action">One of <c>list</c>, <c>search</c>, <c>view</c>, <c>export</c>, <c>erase</c>, <c>revoke</c>.</param>
    /// <param name="subject">A record's or visitor's id; its first digits are kept, enough to ask the member about.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task AddAsync(string siteId, string member, string action, string? subject, CancellationToken cancellation)
    {
        var look = new Look(time.GetUtcNow(), member, action, subject is { Length: > 8 } ? subject[..8] : subject);
        Looked(logger, member, action, siteId);
        await redis.AskAsync(database => database.ListLeftPushAsync(Key(siteId), JsonSerializer.SerializeToUtf8Bytes(look)), cancellation);
        await redis.AskAsync(database => database.ListTrimAsync(Key(siteId), 0, Kept - 1), cancellation);
    }

    public async Task<IReadOnlyList<Look>> LatestAsync(string siteId, int count, CancellationToken cancellation)
    {
        var values = await redis.AskAsync(database => database.ListRangeAsync(Key(siteId), 0, count - 1), cancellation);
        return [.. values.Select(value => JsonSerializer.Deserialize<Look>((byte[])value!)!)];
    }

    private static RedisKey Key(string siteId) => $"cg:{{{siteId}}}:looks";

    [LoggerMessage(LogLevel.Information, "Records of {Site}: {Member} did \"{Action}\".")]
    private static partial void Looked(ILogger logger, string member, string action, string site);
}
