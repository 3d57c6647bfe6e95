using CookieGateway.Consent.Decisions;
using CookieGateway.Ledger;
using CookieGateway.Tests.Support;
using StackExchange.Redis;

namespace CookieGateway.Tests.Ledger;

public sealed class ErasureTests
{
    [Theory, InlineData(SomeRedis.Debian), InlineData(SomeRedis.Embedded)]
    public async Task An_erased_visitor_is_gone_from_the_records_and_the_ledger_still_holds(string kind)
    {
        await using var redis = await SomeRedis.StartAsync(kind);
        using var data = new TemporaryDirectory();
        var clock = new ManualClock(Some.Moment.AddHours(1));
        await using var running = await RunningLedger.StartAsync(data.Path, redis.Configuration, clock);
        var record = Some.Record();
        var another = Some.Record();
        await running.AppendAndShipAsync(record, another);
        await running.SealAsync(record.Site);

        await running.Get<Erasure>().EraseAsync(record.Site, record.Visitor, CancellationToken.None);
        await Eventually.IsTrueAsync(
            async () => (await running.FindAsync(record))!.Erased is not null, "The visitor has not been erased.");

        var erased = (await running.FindAsync(record))!;
        Assert.Equivalent(record.Anonymised(clock.Now), erased, strict: true);
        Assert.Equal(default, erased.Visitor);
        Assert.Empty(await running.Reader.OfVisitorAsync(record.Site, record.Visitor, CancellationToken.None));
        Assert.False(await running.Redis.AskAsync(database => database.KeyExistsAsync($"cg:{{{record.Site}}}:consent:{record.Visitor}")));
        Assert.Equivalent(another, await running.FindAsync(another), strict: true);
        Assert.True(running.Get<RevokedVisitors>().Contains(record.Site, record.Visitor, record.At));
        Assert.Empty((await running.VerifyAsync(record.Site)).Findings);
    }

    [Theory, InlineData(SomeRedis.Debian), InlineData(SomeRedis.Embedded)]
    public async Task A_record_of_an_erased_visitor_that_comes_late_is_anonymous_from_the_start(string kind)
    {
        await using var redis = await SomeRedis.StartAsync(kind);
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, redis.Configuration, new ManualClock(Some.Moment.AddHours(1)));
        var record = Some.Record();

        await running.Get<Erasure>().EraseAsync(record.Site, record.Visitor, CancellationToken.None);
        await running.AppendAndShipAsync(record);

        var stored = (await running.FindAsync(record))!;
        Assert.NotNull(stored.Erased);
        Assert.Null(stored.IpAddress);
        Assert.Empty(await running.Reader.OfVisitorAsync(record.Site, record.Visitor, CancellationToken.None));
    }

    [Fact]
    public async Task A_revocation_reaches_every_gateway_and_those_that_start_later()
    {
        await using var server = await RedisServer.StartAsync();
        using var first = new TemporaryDirectory();
        using var second = new TemporaryDirectory();
        using var third = new TemporaryDirectory();
        var clock = new ManualClock(Some.Moment.AddHours(1));
        var site = SomeSite.With();
        var decision = Some.Record(site.Id).Decision;
        await using var one = await RunningLedger.StartAsync(first.Path, server.ConnectionString, clock, site);
        await using var other = await RunningLedger.StartAsync(second.Path, server.ConnectionString, clock, site);
        await Eventually.IsTrueAsync(
            async () => one.Redis.State.Connected
                && await one.Redis.AskAsync(database => database.PublishAsync(new RedisChannel("cg:revocations", RedisChannel.PatternMode.Literal), "")) == 2,
            "The gateways do not listen.");

        await one.Get<Erasure>().RevokeAsync(site.Id, decision.Visitor, CancellationToken.None);
        await Eventually.IsTrueAsync(
            () => other.Get<RevokedVisitors>().Contains(site.Id, decision.Visitor, decision.At), "The other gateway has not heard of it.");

        await using var later = await RunningLedger.StartAsync(third.Path, server.ConnectionString, clock, site);
        await Eventually.IsTrueAsync(
            () => later.Get<RevokedVisitors>().Contains(site.Id, decision.Visitor, decision.At), "The later gateway does not know of it.");
        Assert.False(later.Get<RevokedVisitors>().Contains(site.Id, decision.Visitor, clock.Now.AddSeconds(1)));
    }

    [Fact]
    public async Task A_revocation_counts_after_a_restart_without_Redis()
    {
        using var data = new TemporaryDirectory();
        var clock = new ManualClock(Some.Moment.AddHours(1));
        var decision = Some.Record().Decision;
        await using (var before = await RunningLedger.StartAsync(data.Path, "127.0.0.1:1", clock))
        {
            await before.Get<Erasure>().EraseAsync("kristall-dent", decision.Visitor, CancellationToken.None);
        }

        await using var running = await RunningLedger.StartAsync(data.Path, "127.0.0.1:1", clock);
        Assert.True(running.Get<RevokedVisitors>().Contains("kristall-dent", decision.Visitor, decision.At));
    }
}
