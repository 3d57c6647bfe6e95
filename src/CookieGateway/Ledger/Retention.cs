using System.Globalization;
using CookieGateway.Redis;
using CookieGateway.Sites;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>Ends what the sites' terms end: addresses, whole records, seals, revocations. In small steps; replicas may do it side by side.</summary>
internal sealed class Retention(RedisConnection redis, LedgerReader reader, Seals seals, SiteCatalog sites, TimeProvider time)
{
    private const int Step = 200;

    /// <summary>Everything that is due on a site at this moment.</summary>
    public async Task SweepAsync(string siteId, CancellationToken cancellation)
    {
        var rules = LedgerRules.Of(sites, siteId);
        var now = time.GetUtcNow();
        var keys = new LedgerKeys(siteId);
        await MaskAddressesAsync(keys, now - rules.IpRetention, cancellation);
        await RemoveRecordsAsync(keys, now - rules.RecordRetention, cancellation);
        await seals.DropExpiredAsync(siteId, now - rules.RecordRetention, cancellation);

        var oldest = (now - LedgerRules.RevocationsKept).ToUnixTimeMilliseconds();
        foreach (var list in (RedisKey[])[keys.Revoked, keys.Erased])
        {
            await redis.AskAsync(database => database.SortedSetRemoveRangeByScoreAsync(list, double.NegativeInfinity, oldest), cancellation);
        }
    }

    // The mark says how far the addresses are gone, so that a sweep looks at each record once. Records that arrive later than their
    // address may live are masked as they are written.
    private async Task MaskAddressesAsync(LedgerKeys keys, DateTimeOffset before, CancellationToken cancellation)
    {
        var until = before.ToUnixTimeMilliseconds();
        var mark = await redis.AskAsync(database => database.StringGetAsync(keys.Masked), cancellation);
        var from = mark.IsNull ? 0 : (long)mark;
        while (from < until)
        {
            var due = await redis.AskAsync(
                database => database.SortedSetRangeByScoreWithScoresAsync(
                    keys.Ledger, from, until, Exclude.Start, take: Step), cancellation);
            foreach (var each in due)
            {
                await RecordEdit.ApplyAsync(redis, keys.Record(each.Element!), entry => entry.Masked(), cancellation);
            }

            // Records of one millisecond may be cut in two by the step; so the mark stays before the last one's unless it was the end.
            var reached = due.Length < Step ? until : Math.Max((long)due[^1].Score - 1, from + 1);
            await redis.AskAsync(
                database => database.StringSetAsync(keys.Masked, reached.ToString(CultureInfo.InvariantCulture)), cancellation);
            from = reached;
        }
    }

    private async Task RemoveRecordsAsync(LedgerKeys keys, DateTimeOffset before, CancellationToken cancellation)
    {
        while (true)
        {
            var ids = await redis.AskAsync(
                database => database.SortedSetRangeByScoreAsync(keys.Ledger, stop: before.ToUnixTimeMilliseconds(), take: Step), cancellation);
            if (ids.Length == 0)
            {
                return;
            }

            var entries = await reader.EntriesAsync(keys.Site, ids, cancellation);
            await redis.AskAsync(
                database =>
                {
                    var step = database.CreateTransaction();
                    foreach (var entry in entries.OfType<LedgerEntry>().Where(entry => entry.Record.Visitor != default))
                    {
                        _ = step.SortedSetRemoveAsync(keys.Visitor(entry.Record.Visitor), entry.Record.Id.ToString());
                    }

                    _ = step.KeyDeleteAsync([.. ids.Select(id => keys.Record(id!))]);
                    _ = step.SortedSetRemoveAsync(keys.Ledger, ids);
                    return step.ExecuteAsync();
                },
                cancellation);
        }
    }
}
