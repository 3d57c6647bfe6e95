using System.Text.Json;
using CookieGateway.Redis;
using StackExchange.Redis;

namespace CookieGateway.Dashboard.Members;

/// <summary>The members, in Redis, so that all gateways know the same ones. Every question may end in <see cref="RedisUnavailableException"/>.</summary>
public sealed class MemberStore(RedisConnection redis)
{
    private static readonly RedisKey MembersKey = "cg:{members}:all";

    public async Task<Member?> FindAsync(string name, CancellationToken cancellation) =>
        Read(await redis.AskAsync(database => database.HashGetAsync(MembersKey, name), cancellation));

    /// <summary>All members, by name.</summary>
    public async Task<IReadOnlyList<Member>> AllAsync(CancellationToken cancellation)
    {
        var values = await redis.AskAsync(database => database.HashValuesAsync(MembersKey), cancellation);
        return [.. values.Select(Read).OfType<Member>().OrderBy(member => member.Name, StringComparer.Ordinal)];
    }

    /// <summary>False when there is a member of that name already.</summary>
    public Task<bool> AddAsync(Member member, CancellationToken cancellation) =>
        redis.AskAsync(database => database.HashSetAsync(MembersKey, member.Name, Write(member), When.NotExists), cancellation);

    public Task ReplaceAsync(Member member, CancellationToken cancellation) =>
        redis.AskAsync(database => database.HashSetAsync(MembersKey, member.Name, Write(member)), cancellation);

    public Task<bool> RemoveAsync(string name, CancellationToken cancellation) =>
        redis.AskAsync(database => database.HashDeleteAsync(MembersKey, name), cancellation);

    /// <summary>Ends a session before its time, on every gateway; the mark lives as long as a session can.</summary>
    public Task EndSessionAsync(string session, TimeSpan longest, CancellationToken cancellation) =>
        redis.AskAsync(database => database.StringSetAsync(EndedKey(session), 1, longest), cancellation);

    public Task<bool> HasEndedAsync(string session, CancellationToken cancellation) =>
        redis.AskAsync(database => database.KeyExistsAsync(EndedKey(session)), cancellation);

    private static RedisKey EndedKey(string session) => $"cg:{{members}}:ended:{session}";

    private static byte[] Write(Member member) => JsonSerializer.SerializeToUtf8Bytes(member, MemberJson.Default.Member);

    private static Member? Read(RedisValue value) =>
        value.IsNullOrEmpty ? null : JsonSerializer.Deserialize((byte[])value!, MemberJson.Default.Member);
}
