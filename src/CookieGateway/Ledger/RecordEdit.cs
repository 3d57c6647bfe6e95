using CookieGateway.Redis;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>The only two ways in which a stored record may change, masking and erasure, applied so that no two of them meet.</summary>
internal static class RecordEdit
{
    /// <summary>Replaces the record by what the edit makes of it; does nothing where there is none, or it is so already.</summary>
    public static async Task ApplyAsync(
        RedisConnection redis, RedisKey key, Func<LedgerEntry, LedgerEntry> edit, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await redis.AskAsync(database => database.StringGetAsync(key), cancellation);
            if (found.IsNull || LedgerJson.ReadLedgerEntry((byte[])found!) is not { } entry)
            {
                return;
            }

            byte[] edited = LedgerJson.Write(edit(entry));
            if (edited.AsSpan().SequenceEqual((byte[])found!))
            {
                return;
            }

            var done = await redis.AskAsync(
                database =>
                {
                    var step = database.CreateTransaction();
                    step.AddCondition(Condition.StringEqual(key, found));
                    _ = step.StringSetAsync(key, edited);
                    return step.ExecuteAsync();
                },
                cancellation);
            if (done)
            {
                return;
            }
        }
    }
}
