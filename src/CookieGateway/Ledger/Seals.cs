using CookieGateway.Consent.Decisions;
using CookieGateway.Redis;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>The chain of seals over a site's ledger, in Redis. Gateways that seal at the same moment do not fork it: one wins, the other tries again.</summary>
internal sealed class Seals(RedisConnection redis, LedgerReader reader, SigningKeyStore keys, SealWitness witness, TimeProvider time)
{
    private const int LargestBatch = 1000;

    /// <summary>The keys that seals are made and checked with.</summary>
    public SigningKeys Keys => keys.Keys;

    /// <summary>The last seal of a site that this gateway has made; null when it made none.</summary>
    public SealHead? Witnessed(string site) => witness.Find(site);

    public async Task<(SealHead Head, RedisValue Stored)> HeadAsync(string site, CancellationToken cancellation)
    {
        var stored = await redis.AskAsync(database => database.StringGetAsync(new LedgerKeys(site).Seals), cancellation);
        return (SealHead.Read(stored) ?? SealHead.None, stored);
    }

    public async Task<Seal?> FindAsync(string site, long number, CancellationToken cancellation) =>
        Seal.Read(number, await redis.AskAsync(database => database.HashGetAllAsync(new LedgerKeys(site).Seal(number)), cancellation));

    public Task<RedisValue[]> UnsealedAsync(string site, CancellationToken cancellation) =>
        redis.AskAsync(database => database.ListRangeAsync(new LedgerKeys(site).Unsealed), cancellation);

    /// <summary>Seals the records that came since the last seal; false when there were none.</summary>
    public async Task<bool> SealAsync(string site, CancellationToken cancellation)
    {
        var names = new LedgerKeys(site);
        var ids = await redis.AskAsync(database => database.ListRangeAsync(names.Unsealed, 0, LargestBatch - 1), cancellation);
        if (ids.Length == 0)
        {
            return false;
        }

        var (head, stored) = await HeadAsync(site, cancellation);
        var entries = await reader.EntriesAsync(site, ids, cancellation);
        var records = ids.Select((id, index) => SealedRecord.Of(id!, entries[index])).ToArray();
        var seal = Seal.Make(site, head.Last + 1, head.Mac, time.GetUtcNow(), records, keys.Keys.Current);
        var next = new SealHead(head.First, seal.Number, seal.Mac);

        var won = await redis.AskAsync(
            database =>
            {
                var step = database.CreateTransaction();
                step.AddCondition(Unchanged(names.Seals, stored));
                _ = step.HashSetAsync(names.Seal(seal.Number), seal.Fields());
                _ = step.StringSetAsync(names.Seals, next.ToString());
                _ = step.ListTrimAsync(names.Unsealed, ids.Length, -1);
                return step.ExecuteAsync();
            },
            cancellation);
        if (won)
        {
            witness.Keep(site, next);
        }

        return true;
    }

    /// <summary>Drops the oldest seals all of whose records are over their term.</summary>
    public async Task DropExpiredAsync(string site, DateTimeOffset before, CancellationToken cancellation)
    {
        var names = new LedgerKeys(site);
        while (true)
        {
            var (head, stored) = await HeadAsync(site, cancellation);
            // The last one stays: the next has to follow something.
            if (head.First >= head.Last
                || await FindAsync(site, head.First, cancellation) is not { } oldest
                || oldest.Records.Any(record => record.MadeAt >= before))
            {
                return;
            }

            await redis.AskAsync(
                database =>
                {
                    var step = database.CreateTransaction();
                    step.AddCondition(Unchanged(names.Seals, stored));
                    _ = step.KeyDeleteAsync(names.Seal(head.First));
                    _ = step.StringSetAsync(names.Seals, (head with { First = head.First + 1 }).ToString());
                    return step.ExecuteAsync();
                },
                cancellation);
        }
    }

    private static Condition Unchanged(RedisKey key, RedisValue stored) =>
        stored.IsNull ? Condition.KeyNotExists(key) : Condition.StringEqual(key, stored);
}
