using CookieGateway.BrowserTests.Pages;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;
using CookieGateway.Demo;
using CookieGateway.Redis;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>Promise 4: every decision can be shown later; the same with the embedded Redis and with Debian's redis-server.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class EvidenceTests(BrowserFixture browser)
{
    private const string Site = "kristall-dent";

    [Fact]
    public async Task A_decision_taken_in_the_browser_is_in_the_embedded_Redis_and_in_the_dashboards_numbers() =>
        await DecideAndLookAsync("embedded");

    [Fact]
    public async Task A_decision_taken_in_the_browser_is_in_redis_server_and_in_the_dashboards_numbers()
    {
        await using var redis = await RedisServer.StartAsync();
        await DecideAndLookAsync(redis.ConnectionString);
    }

    [Fact]
    public async Task A_second_start_finds_the_decisions_of_the_first()
    {
        using var data = new TemporaryDirectory();
        ConsentRecord first;
        await using (var demo = await Demos.StartAsync(data.Path))
        {
            await using var visitor = await browser.NewVisitorAsync();
            await visitor.OpenAsync(demo.AddressOf("kristall-dent.localhost"));
            await visitor.Banner.AcceptAllAsync();
            first = Assert.Single(await demo.RecordsAsync(Site, 1));
        }

        await using var again = await Demos.StartAsync(data.Path);

        Assert.Equal(first.Id, Assert.Single(await again.RecordsAsync(Site, 1)).Id);
    }

    private async Task DecideAndLookAsync(string redis)
    {
        using var data = new TemporaryDirectory();
        await using var demo = await Demos.StartAsync(data.Path, redis);
        await using var accepting = await browser.NewVisitorAsync();
        await using var refusing = await browser.NewVisitorAsync();
        var before = TimeProvider.System.GetUtcNow();

        await accepting.OpenAsync(demo.AddressOf("kristall-dent.localhost", "/services"));
        await accepting.Banner.AcceptAllAsync();
        await refusing.OpenAsync(demo.AddressOf("kristall-dent.localhost", "/doctors"));
        await refusing.Banner.RefuseAllAsync();

        var records = await demo.RecordsAsync(Site, 2);
        var given = Assert.Single(records, record => record.Event == ConsentEvent.Given);
        Assert.Equal((accepting.Address, "/services", "ru"), (given.IpAddress, given.Page, given.Language));
        Assert.True(given.Purposes.Contains(Purpose.Marketing));
        Assert.InRange(given.At, before, TimeProvider.System.GetUtcNow());
        var refused = Assert.Single(records, record => record.Event == ConsentEvent.Refused);
        Assert.Equal((refusing.Address, "/doctors"), (refused.IpAddress, refused.Page));
        await ShouldBeInRedisAsync(demo, given);
        await DashboardShouldCountAsync(demo);
    }

    /// <summary>Byte for byte what an auditor finds with redis-cli.</summary>
    private static async Task ShouldBeInRedisAsync(DemoHost demo, ConsentRecord record)
    {
        var redis = demo.Gateway.Services.GetRequiredService<RedisConnection>();
        var text = (string?)await redis.AskAsync(database => database.StringGetAsync($"cg:{{{Site}}}:record:{record.Id}"));
        Assert.Contains(record.IpAddress!, text, StringComparison.Ordinal);
    }

    private async Task DashboardShouldCountAsync(DemoHost demo)
    {
        await using var member = await browser.NewVisitorAsync();
        var dashboard = new DashboardPage(member.Page);
        await dashboard.SignInAsync(demo);
        await dashboard.OpenSiteAsync(demo, Site);

        // Visits, accepted all, chose, refused all, did not answer.
        Assert.Equal([2, 1, 0, 1, 0], await dashboard.TotalsAsync());
    }
}
