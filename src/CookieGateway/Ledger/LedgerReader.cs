using System.Globalization;
using System.Runtime.CompilerServices;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Records;
using CookieGateway.Redis;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>
/// The way out of the ledger: records as Redis holds them. Every question may end in
/// <see cref="RedisUnavailableException"/>; records still in an outbox are not seen yet.
/// </summary>
public sealed class LedgerReader(RedisConnection redis)
{
    private const int MostOfVisitor = 200;
    private const int LargestPage = 1000;

    /// <summary>One record; null when there is none.</summary>
    public async Task<ConsentRecord?> FindAsync(string siteId, RecordId id, CancellationToken cancellation) =>
        (await EntriesAsync(siteId, [id.ToString()], cancellation))[0]?.Record;

    /// <summary>A visitor's records, the newest first; at most 200.</summary>
    public async Task<IReadOnlyList<ConsentRecord>> OfVisitorAsync(string siteId, VisitorId visitor, CancellationToken cancellation)
    {
        var ids = await redis.AskAsync(
            database => database.SortedSetRangeByRankAsync(new LedgerKeys(siteId).Visitor(visitor), 0, MostOfVisitor - 1, Order.Descending),
            cancellation);
        return Records(await EntriesAsync(siteId, ids, cancellation));
    }

    /// <summary>The same for the visitor's own eyes: null while Redis cannot be reached, which is no fault of the one who asks.</summary>
    public async Task<IReadOnlyList<ConsentRecord>?> OfVisitorIfReachableAsync(
        string siteId, VisitorId visitor, CancellationToken cancellation)
    {
        try
        {
            return await OfVisitorAsync(siteId, visitor, cancellation);
        }
        catch (RedisUnavailableException)
        {
            return null;
        }
    }

    /// <summary>A page of the records of a period, the newest first. Give the last page's <see cref="LedgerPage.Next"/> to go on.</summary>
    /// <param name="siteId">Whose.</param>
    /// <param name="from">The first moment of the period.</param>
    /// <param name="to">The first moment after it.</param>
    /// <param name="after">Null for the first page.</param>
    /// <param name="count">At most so many records, up to 1,000.</param>
    /// <param name="cancellation">Gives the question up.</param>
    public async Task<LedgerPage> OfPeriodAsync(
        string siteId, DateTimeOffset from, DateTimeOffset to, string? after, int count, CancellationToken cancellation)
    {
        var wanted = Math.Clamp(count, 1, LargestPage);
        var start = Place.Parse(after) ?? new Place(to.ToUnixTimeMilliseconds() - 1, 0);

        // The place is "this many behind the newest of that millisecond", since many records may share one.
        var found = await redis.AskAsync(
            database => database.SortedSetRangeByScoreWithScoresAsync(
                new LedgerKeys(siteId).Ledger, from.ToUnixTimeMilliseconds(), start.At, Exclude.None, Order.Descending, start.Skip, wanted),
            cancellation);
        var records = Records(await EntriesAsync(siteId, [.. found.Select(each => each.Element)], cancellation));
        return new LedgerPage(records, found.Length < wanted ? null : start.Behind(found).ToString());
    }

    /// <summary>All records of a period, the oldest first, as they are asked for.</summary>
    public async IAsyncEnumerable<ConsentRecord> AllAsync(
        string siteId, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (at, skip) = new Place(from.ToUnixTimeMilliseconds(), 0);
        while (true)
        {
            var found = await redis.AskAsync(
                database => database.SortedSetRangeByScoreWithScoresAsync(
                    new LedgerKeys(siteId).Ledger, at, to.ToUnixTimeMilliseconds() - 1, Exclude.None, Order.Ascending, skip, LargestPage),
                cancellation);
            foreach (var record in Records(await EntriesAsync(siteId, [.. found.Select(each => each.Element)], cancellation)))
            {
                yield return record;
            }

            if (found.Length < LargestPage)
            {
                yield break;
            }

            (at, skip) = new Place(at, skip).Behind(found);
        }
    }

    /// <summary>How many records there are.</summary>
    public Task<long> CountAsync(string siteId, CancellationToken cancellation) =>
        redis.AskAsync(database => database.SortedSetLengthAsync(new LedgerKeys(siteId).Ledger), cancellation);

    internal async Task<IReadOnlyList<LedgerEntry?>> EntriesAsync(
        string siteId, IReadOnlyList<RedisValue> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var keys = new LedgerKeys(siteId);
        var found = await redis.AskAsync(
            database => database.StringGetAsync([.. ids.Select(id => keys.Record(id!))]), cancellation);
        return [.. found.Select(json => json.IsNull ? null : LedgerJson.ReadLedgerEntry((byte[])json!))];
    }

    private static IReadOnlyList<ConsentRecord> Records(IEnumerable<LedgerEntry?> entries) =>
        [.. entries.Where(entry => entry is not null).Select(entry => entry!.Record)];

    private readonly record struct Place(long At, int Skip)
    {
        public static Place? Parse(string? text) =>
            text?.Split('-') is [var at, var skip]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
            && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new Place(moment, count)
                : null;

        public Place Behind(SortedSetEntry[] found)
        {
            var last = (long)found[^1].Score;
            var same = found.Count(each => (long)each.Score == last);
            return new Place(last, last == At ? Skip + same : same);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}-{Skip}");
    }
}
