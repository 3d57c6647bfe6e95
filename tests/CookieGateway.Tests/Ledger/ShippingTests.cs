using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Records;
using CookieGateway.Ledger;
using CookieGateway.Redis;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CookieGateway.Tests.Ledger;

public abstract class ShippingTests : IAsyncLifetime
{
    protected abstract string Redis { get; }

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_record_that_was_appended_is_in_Redis_with_everything_that_points_to_it()
    {
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, Redis);
        var record = Some.Record();

        await running.Ledger.AppendAsync(record, CancellationToken.None);
        await running.IsShippedAsync(record);

        var stored = await running.Reader.FindAsync(record.Site, record.Id, CancellationToken.None);
        Assert.Equivalent(record, stored, strict: true);
        Assert.Equal(record.Id, Assert.Single(await running.Reader.OfVisitorAsync(record.Site, record.Visitor, CancellationToken.None)).Id);
        var consent = await running.Redis.AskAsync(database => database.HashGetAllAsync($"cg:{{{record.Site}}}:consent:{record.Visitor}"));
        Assert.Equal(record.Id.ToString(), consent.Single(field => field.Name == "record").Value);
        Assert.Equal("analytics", consent.Single(field => field.Name == "purposes").Value);
    }

    [Fact]
    public async Task A_record_that_is_sent_again_after_a_restart_is_there_once()
    {
        using var data = new TemporaryDirectory();
        var record = Some.Record();
        await using (var before = await RunningLedger.StartAsync(data.Path, Redis))
        {
            await before.Ledger.AppendAsync(record, CancellationToken.None);
            await before.IsShippedAsync(record);
        }

        var another = Some.Record(visitor: record.Visitor, at: record.At.AddMinutes(1));
        await using var running = await RunningLedger.StartAsync(data.Path, Redis);
        await running.Ledger.AppendAsync(another, CancellationToken.None);
        await running.IsShippedAsync(another);

        Assert.Equal([another.Id, record.Id], (await running.Reader.OfVisitorAsync(record.Site, record.Visitor, CancellationToken.None)).Select(each => each.Id));
        Assert.Equal(2, await running.Reader.CountAsync(record.Site, CancellationToken.None));
        Assert.Equal(2, await running.Redis.AskAsync(database => database.ListLengthAsync($"cg:{{{record.Site}}}:unsealed")));
    }

    [Fact]
    public async Task The_later_decision_is_in_force_whichever_arrives_last()
    {
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, Redis);
        var earlier = Some.Record();
        var later = Some.Record(visitor: earlier.Visitor, at: earlier.At.AddSeconds(1));

        await running.Ledger.AppendAsync(later, CancellationToken.None);
        await running.IsShippedAsync(later);
        await running.Ledger.AppendAsync(earlier, CancellationToken.None);
        await running.IsShippedAsync(earlier);

        Assert.Equal(later.Id.ToString(), await InForceAsync(running, earlier));
    }

    [Fact]
    public async Task A_decision_that_knows_of_the_one_in_force_replaces_it_even_if_its_clock_is_behind()
    {
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, Redis);
        var first = Some.Record();
        var second = Some.Record(visitor: first.Visitor, at: first.At.AddMinutes(-3)) with { Previous = first.Id };

        await running.Ledger.AppendAsync(first, CancellationToken.None);
        await running.Ledger.AppendAsync(second, CancellationToken.None);
        await running.IsShippedAsync(second);

        Assert.Equal(second.Id.ToString(), await InForceAsync(running, first));
    }

    [Fact]
    public async Task A_period_is_read_page_by_page_the_newest_first_and_nothing_is_left_out()
    {
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, Redis);

        // Three share each millisecond, so that pages end in the middle of one.
        var records = Enumerable.Range(0, 30).Select(number => Some.Record(at: Some.Moment.AddMilliseconds(number / 3))).ToArray();
        await Task.WhenAll(records.Select(record => running.Ledger.AppendAsync(record, CancellationToken.None)));
        await Task.WhenAll(records.Select(running.IsShippedAsync));

        var read = new List<ConsentRecord>();
        string? after = null;
        do
        {
            var page = await running.Reader.OfPeriodAsync(
                records[0].Site, Some.Moment, Some.Moment.AddMilliseconds(9), after, 4, CancellationToken.None);
            read.AddRange(page.Records);
            after = page.Next;
        }
        while (after is not null);

        var inPeriod = records.Where(record => record.At < Some.Moment.AddMilliseconds(9)).ToArray();
        Assert.Equal(inPeriod.Select(record => record.Id.ToString()).Order(), read.Select(record => record.Id.ToString()).Order());
        Assert.Equal(read.OrderByDescending(record => record.At).Select(record => record.At), read.Select(record => record.At));

        var all = new List<ConsentRecord>();
        await foreach (var record in running.Reader.AllAsync(records[0].Site, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None))
        {
            all.Add(record);
        }

        Assert.Equal(30, all.Select(record => record.Id).Distinct().Count());
        Assert.Equal(all.OrderBy(record => record.At).Select(record => record.At), all.Select(record => record.At));
    }

    [Fact]
    public async Task A_notice_is_kept_byte_for_byte_for_as_long_as_records_name_it()
    {
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, Redis);
        var archive = running.Get<NoticeArchive>();
        var bytes = "<div id=cg-banner>\u041c\u044b \u2026</div>\0\u00ff"u8.ToArray();
        var version = NoticeVersion.Of(bytes);

        await archive.KeepAsync("kristall-dent", version, bytes, CancellationToken.None);
        await archive.KeepAsync("kristall-dent", version, bytes, CancellationToken.None);
        await Eventually.IsTrueAsync(
            async () => running.Redis.State.Connected && await archive.FindAsync("kristall-dent", version, CancellationToken.None) is not null,
            "The notice has not reached Redis.");

        Assert.Equal(bytes, await archive.FindAsync("kristall-dent", version, CancellationToken.None));
        Assert.Null(await archive.FindAsync("another", version, CancellationToken.None));
    }

    [Fact]
    public async Task A_gateway_that_starts_without_keys_takes_those_in_Redis()
    {
        using var first = new TemporaryDirectory();
        using var second = new TemporaryDirectory();
        var redis = RedisConnection.Open(await ConfigurationAsync(first), NullLogger<RedisConnection>.Instance);
        await using var connection = redis;
        await redis.ReachAsync(TimeSpan.FromSeconds(20));
        var one = SigningKeyStore.Open(first.Path, null, [], NullLogger<SigningKeyStore>.Instance);
        var other = SigningKeyStore.Open(second.Path, null, [], NullLogger<SigningKeyStore>.Instance);
        var alone = new ConsentTokens(other.Keys).Sign("kristall-dent", Some.Record().Decision);

        await one.AgreeAsync(redis, CancellationToken.None);
        await other.AgreeAsync(redis, CancellationToken.None);
        await one.AgreeAsync(redis, CancellationToken.None);

        Assert.Equal(one.Keys.Current.Id, other.Keys.Current.Id);
        Assert.True(new ConsentTokens(one.Keys).TryRead("kristall-dent", alone, out _));
        var again = SigningKeyStore.Open(second.Path, null, [], NullLogger<SigningKeyStore>.Instance);
        Assert.Equal(one.Keys.Current.Id, again.Keys.Current.Id);
    }

    protected virtual Task<string> ConfigurationAsync(TemporaryDirectory data) => Task.FromResult(Redis);

    private static async Task<string?> InForceAsync(RunningLedger running, ConsentRecord record) => await running.Redis.AskAsync(
        database => database.HashGetAsync($"cg:{{{record.Site}}}:consent:{record.Visitor}", "record"));
}
