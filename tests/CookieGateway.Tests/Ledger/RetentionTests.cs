using CookieGateway.Ledger;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Ledger;

public sealed class RetentionTests
{
    [Theory, InlineData(SomeRedis.Debian), InlineData(SomeRedis.Embedded)]
    public async Task Addresses_go_after_their_term_and_records_after_theirs_and_the_ledger_holds_throughout(string kind)
    {
        await using var redis = await SomeRedis.StartAsync(kind);
        using var data = new TemporaryDirectory();
        var clock = new ManualClock(Some.Moment);
        var site = SomeSite.With(("Consent:IpRetentionDays", "90"), ("Consent:RecordRetentionDays", "1000"));
        await using var running = await RunningLedger.StartAsync(data.Path, redis.Configuration, clock, site);
        var sweep = running.Get<Retention>();
        var old = Some.Record(site.Id);
        var recent = Some.Record(site.Id, at: Some.Moment.AddDays(60));
        await running.AppendAndShipAsync(old, recent);
        await running.SealAsync(site.Id);

        clock.Pass(TimeSpan.FromDays(91));
        await sweep.SweepAsync(site.Id, CancellationToken.None);
        Assert.Equivalent(old with { IpAddress = null }, await running.FindAsync(old), strict: true);
        Assert.Equivalent(recent, await running.FindAsync(recent), strict: true);
        Assert.Empty((await running.VerifyAsync(site.Id)).Findings);

        clock.Pass(TimeSpan.FromDays(910));
        await sweep.SweepAsync(site.Id, CancellationToken.None);
        Assert.Null(await running.FindAsync(old));
        Assert.Null((await running.FindAsync(recent))!.IpAddress);
        Assert.Empty(await running.Reader.OfVisitorAsync(site.Id, old.Visitor, CancellationToken.None));
        Assert.Equal(1, await running.Reader.CountAsync(site.Id, CancellationToken.None));
        Assert.Empty((await running.VerifyAsync(site.Id)).Findings);
    }

    [Fact]
    public async Task Seals_go_when_all_their_records_have_gone()
    {
        await using var redis = await SomeRedis.StartAsync(SomeRedis.Debian);
        using var data = new TemporaryDirectory();
        var clock = new ManualClock(Some.Moment);
        var site = SomeSite.With();
        await using var running = await RunningLedger.StartAsync(data.Path, redis.Configuration, clock, site);
        foreach (var days in (int[])[0, 1, 2000])
        {
            await running.AppendAndShipAsync(Some.Record(site.Id, at: Some.Moment.AddDays(days)));
            await running.SealAsync(site.Id);
        }

        clock.Pass(TimeSpan.FromDays(2000));
        await running.Get<Retention>().SweepAsync(site.Id, CancellationToken.None);

        var verification = await running.VerifyAsync(site.Id);
        Assert.Equal((1, 1), (verification.Records, verification.Seals));
        Assert.Empty(verification.Findings);
    }

    [Theory]
    [InlineData("full", "203.0.113.77", "203.0.113.77")]
    [InlineData("full", "::ffff:203.0.113.77", "203.0.113.77")]
    [InlineData("truncated", "203.0.113.77", "203.0.113.0/24")]
    [InlineData("truncated", "2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    [InlineData("none", "203.0.113.77", null)]
    [InlineData("full", "not an address", null)]
    public async Task A_site_stores_as_much_of_an_address_as_it_says(string storage, string address, string? stored)
    {
        Assert.Equal(stored, await StoredAsync(storage, address));
    }

    [Fact]
    public async Task A_hashed_address_can_be_recognised_but_not_read()
    {
        var stored = await StoredAsync("hmac", "203.0.113.77");
        Assert.Matches("^hmac:[0-9a-f]{32}$", stored);
    }

    // Neither does the outbox hold more than the site stores: no Redis is needed to see that.
    private static async Task<string?> StoredAsync(string storage, string address)
    {
        using var data = new TemporaryDirectory();
        var site = SomeSite.With(("Consent:IpStorage", storage));
        await using var running = await RunningLedger.StartAsync(data.Path, "127.0.0.1:1", null, site);
        await running.Ledger.AppendAsync(Some.Record(site.Id) with { IpAddress = address }, CancellationToken.None);

        var (entries, _) = running.Get<Outbox>().Read(default);
        return LedgerJson.ReadOutboxEntry(Assert.Single(entries).Span)!.Record!.Record.IpAddress;
    }
}
