using System.Globalization;
using CookieGateway.Consent.Decisions;
using CookieGateway.Redis;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>Carries out revocations in Redis, as often as they are sent, and tells the other gateways.</summary>
internal sealed class RevocationWriter(RedisConnection redis, TimeProvider time)
{
    public async Task WriteAsync(Revocation order, CancellationToken cancellation)
    {
        var keys = new LedgerKeys(order.Site);
        await RememberAsync(keys.Revoked, order, cancellation);
        if (order.Erase)
        {
            // First the mark, then the records: one that arrives from another gateway's outbox in between is made anonymous by its writer.
            await RememberAsync(keys.Erased, order, cancellation);
            await EraseAsync(keys, order, cancellation);
        }

        await ForgetConsentAsync(keys, order, cancellation);
        await redis.PublishAsync(LedgerKeys.RevocationChannel, Message(order), cancellation);
    }

    /// <summary>The order as one line for the other gateways.</summary>
    public static string Message(Revocation order) =>
        string.Create(CultureInfo.InvariantCulture, $"{order.Visitor} {order.At.ToUnixTimeMilliseconds()} {order.Site}");

    /// <summary>Reads <see cref="Message"/>; null for anything else.</summary>
    public static Revocation? Read(string message)
    {
        var parts = message.Split(' ', 3);
        return parts.Length == 3
            && VisitorId.TryParse(parts[0], out var visitor)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                ? new Revocation(parts[2], visitor, DateTimeOffset.FromUnixTimeMilliseconds(at), Erase: false)
                : null;
    }

    private async Task RememberAsync(RedisKey key, Revocation order, CancellationToken cancellation)
    {
        var visitor = order.Visitor.ToString();
        var at = order.At.ToUnixTimeMilliseconds();
        var known = await redis.AskAsync(database => database.SortedSetScoreAsync(key, visitor), cancellation);
        if (known is null || known < at)
        {
            await redis.AskAsync(database => database.SortedSetAddAsync(key, visitor, at), cancellation);
        }
    }

    private async Task EraseAsync(LedgerKeys keys, Revocation order, CancellationToken cancellation)
    {
        var visitor = keys.Visitor(order.Visitor);
        var until = order.At.ToUnixTimeMilliseconds();
        var ids = await redis.AskAsync(database => database.SortedSetRangeByScoreAsync(visitor, stop: until), cancellation);
        foreach (var id in ids)
        {
            await RecordEdit.ApplyAsync(redis, keys.Record(id!), entry => entry.Anonymised(time.GetUtcNow()), cancellation);
        }

        await redis.AskAsync(database => database.SortedSetRemoveRangeByScoreAsync(visitor, double.NegativeInfinity, until), cancellation);
    }

    private Task<bool> ForgetConsentAsync(LedgerKeys keys, Revocation order, CancellationToken cancellation) => redis.AskAsync(
        async database =>
        {
            var consent = keys.Consent(order.Visitor);
            var at = await database.HashGetAsync(consent, "at");
            if (at.IsNull || (long)at > order.At.ToUnixTimeMilliseconds())
            {
                return false;
            }

            var step = database.CreateTransaction();
            step.AddCondition(Condition.HashEqual(consent, "at", at));
            _ = step.KeyDeleteAsync(consent);
            return await step.ExecuteAsync();
        },
        cancellation);
}
