using System.Text.Json;
using CookieGateway.Redis;
using StackExchange.Redis;

namespace CookieGateway.Inventory;

/// <summary>The inventory in Redis: two hashes for each site, of cookies by name and of other hosts by name and vector.</summary>
internal sealed class InventoryStore(RedisConnection redis, TimeProvider time)
{
    private const int MostCookies = 500;
    private const int MostThirdParties = 2_000;

    // What no visitor has met for half a year is not on the site any more.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public Task AddAsync(string site, IReadOnlyList<KeyValuePair<string, SeenCookie>> cookies, CancellationToken cancellation) =>
        AddAsync(CookiesKey(site), cookies, MostCookies, static (known, seen) => known.With(seen), KeptLonger, cancellation);

    public Task AddAsync(string site, IReadOnlyList<KeyValuePair<string, SeenThirdParty>> parties, CancellationToken cancellation) =>
        AddAsync(ThirdPartiesKey(site), parties, MostThirdParties, static (known, seen) => known.With(seen), static seen => seen.LastSeen, cancellation);

    public Task<IReadOnlyList<SeenCookie>> CookiesAsync(string site, CancellationToken cancellation) =>
        ReadAsync<SeenCookie>(CookiesKey(site), cancellation);

    public Task<IReadOnlyList<SeenThirdParty>> ThirdPartiesAsync(string site, CancellationToken cancellation) =>
        ReadAsync<SeenThirdParty>(ThirdPartiesKey(site), cancellation);

    // Anybody can send a request with an invented cookie; only the clinic's server can set one. So the former go first when room is needed.
    private static DateTimeOffset KeptLonger(SeenCookie cookie) => cookie.SetWith is null && cookie.Purpose is null
        ? cookie.LastSeen
        : cookie.LastSeen + Kept;

    // Two gateways may do this at once for the same site; the later write wins, and the next sighting, a minute later, mends it.
    private async Task AddAsync<T>(
        RedisKey key,
        IReadOnlyList<KeyValuePair<string, T>> seen,
        int most,
        Func<T, T, T> merge,
        Func<T, DateTimeOffset> worth,
        CancellationToken cancellation)
        where T : class
    {
        if (seen.Count == 0)
        {
            return;
        }

        var fields = seen.Select(entry => (RedisValue)entry.Key).ToArray();
        var known = await redis.AskAsync(database => database.HashGetAsync(key, fields), cancellation);
        var merged = seen.Select((entry, index) => new HashEntry(
            entry.Key, Write(Read<T>(known[index]) is { } before ? merge(before, entry.Value) : entry.Value))).ToArray();
        await redis.AskAsync(database => database.HashSetAsync(key, merged), cancellation);
        await redis.AskAsync(database => database.KeyExpireAsync(key, Kept), cancellation);
        await MakeRoomAsync(key, most, worth, cancellation);
    }

    private async Task MakeRoomAsync<T>(RedisKey key, int most, Func<T, DateTimeOffset> worth, CancellationToken cancellation)
        where T : class
    {
        if (await redis.AskAsync(database => database.HashLengthAsync(key), cancellation) <= most)
        {
            return;
        }

        var entries = await redis.AskAsync(database => database.HashGetAllAsync(key), cancellation);
        var tooOld = time.GetUtcNow() - Kept;
        var ranked = entries.Select(entry => (entry.Name, Worth: Read<T>(entry.Value) is { } seen ? worth(seen) : default))
            .OrderByDescending(entry => entry.Worth).ToArray();
        RedisValue[] dropped = [.. ranked.Where((entry, index) => index >= most || entry.Worth < tooOld).Select(entry => entry.Name)];
        await redis.AskAsync(database => database.HashDeleteAsync(key, dropped), cancellation);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(RedisKey key, CancellationToken cancellation)
        where T : class
    {
        var values = await redis.AskAsync(database => database.HashValuesAsync(key), cancellation);
        return [.. values.Select(Read<T>).OfType<T>()];
    }

    private static byte[] Write<T>(T seen) => JsonSerializer.SerializeToUtf8Bytes(seen, typeof(T), InventoryJson.Default);

    // What another version of the gateway wrote and this one cannot read is as good as not seen yet.
    private static T? Read<T>(RedisValue value)
        where T : class
    {
        try
        {
            return value.IsNullOrEmpty ? null : (T?)JsonSerializer.Deserialize((byte[])value!, typeof(T), InventoryJson.Default);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RedisKey CookiesKey(string site) => $"cg:{{{site}}}:inventory:cookies";

    private static RedisKey ThirdPartiesKey(string site) => $"cg:{{{site}}}:inventory:hosts";
}
