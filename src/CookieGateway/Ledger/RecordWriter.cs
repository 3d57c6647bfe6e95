using System.Globalization;
using CookieGateway.Consent.Records;
using CookieGateway.Redis;
using CookieGateway.Sites;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>Writes records to Redis: each once, however often it is sent, in one transaction with everything that points to it.</summary>
internal sealed class RecordWriter(RedisConnection redis, SiteCatalog sites, TimeProvider time)
{
    public async Task WriteAsync(LedgerEntry sent, CancellationToken cancellation)
    {
        var keys = new LedgerKeys(sent.Record.Site);
        var record = keys.Record(sent.Record.Id.ToString());

        // Another decision of the same visitor may be written between the look and the transaction; then it is looked at again.
        while (true)
        {
            var (known, entry) = await LookAsync(keys, sent, cancellation);
            var written = redis.AskAsync(database => Step(database, keys, entry, known).ExecuteAsync(), cancellation);
            var erased = redis.AskAsync(database => database.SortedSetScoreAsync(keys.Erased, sent.Record.Visitor.ToString()), cancellation);
            await Task.WhenAll(written, erased);
            if (IsErased(sent.Record, await erased))
            {
                // The order to erase came between look and transaction, and may have missed this record.
                await RecordEdit.ApplyAsync(redis, record, stored => stored.Anonymised(time.GetUtcNow()), cancellation);
            }

            if (await written || await redis.AskAsync(database => database.KeyExistsAsync(record), cancellation))
            {
                return;
            }
        }
    }

    // What Redis knows of the visitor, and the entry as it has to be stored by now: it may have waited long in the outbox.
    private async Task<(Known Known, LedgerEntry Entry)> LookAsync(LedgerKeys keys, LedgerEntry sent, CancellationToken cancellation)
    {
        var record = sent.Record;
        var (consent, erased) = await redis.AskAsync(
            async database =>
            {
                var consent = database.HashGetAsync(keys.Consent(record.Visitor), ["record", "at"]);
                var erased = database.SortedSetScoreAsync(keys.Erased, record.Visitor.ToString());
                return (await consent, await erased);
            },
            cancellation);

        var now = time.GetUtcNow();
        var known = new Known(consent[0], consent[1].IsNull ? long.MinValue : (long)consent[1]);
        if (IsErased(record, erased))
        {
            return (known, sent.Anonymised(now));
        }

        return (known, now - record.At > LedgerRules.Of(sites, record.Site).IpRetention ? sent.Masked() : sent);
    }

    private static bool IsErased(ConsentRecord record, double? erasedUpTo) => erasedUpTo >= record.At.ToUnixTimeMilliseconds();

    private ITransaction Step(IDatabase database, LedgerKeys keys, LedgerEntry entry, Known known)
    {
        var record = entry.Record;
        var id = record.Id.ToString();
        var at = record.At.ToUnixTimeMilliseconds();

        var step = database.CreateTransaction();
        step.AddCondition(Condition.KeyNotExists(keys.Record(id)));
        _ = step.StringSetAsync(keys.Record(id), LedgerJson.Write(entry));
        _ = step.SortedSetAddAsync(keys.Ledger, id, at);
        _ = step.ListRightPushAsync(keys.Unsealed, id);
        if (record.Erased is not null)
        {
            return step;
        }

        var visitor = keys.Visitor(record.Visitor);
        _ = step.SortedSetAddAsync(visitor, id, at);
        _ = step.KeyExpireAsync(visitor, (record.At + LedgerRules.Of(sites, record.Site).RecordRetention).UtcDateTime);

        // The last decision is in force, whichever arrives last: the later one, or the one that knows of the other (clocks differ).
        if (at >= known.At || record.Previous?.ToString() == known.Record)
        {
            var consent = keys.Consent(record.Visitor);
            step.AddCondition(known.Record.IsNull
                ? Condition.HashNotExists(consent, "record")
                : Condition.HashEqual(consent, "record", known.Record));
            _ = step.HashSetAsync(consent, Fields(record));
            _ = step.KeyExpireAsync(consent, record.Expires.UtcDateTime);
        }

        return step;
    }

    private static HashEntry[] Fields(ConsentRecord record) =>
    [
        new("record", record.Id.ToString()),
        new("at", record.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        new("expires", record.Expires.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        new("purposes", record.Purposes.ToString()),
        new("trackers", string.Join(',', record.Trackers)),
        new("policy", record.Policy),
        new("notice", record.Notice.ToString()),
    ];

    private readonly record struct Known(RedisValue Record, long At);
}
