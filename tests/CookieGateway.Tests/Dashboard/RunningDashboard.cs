using System.Net;
using CookieGateway.Consent.Records;
using CookieGateway.Dashboard;
using CookieGateway.Dashboard.Health;
using CookieGateway.Dashboard.Members;
using CookieGateway.Inventory;
using CookieGateway.Ledger;
using CookieGateway.Redis;
using CookieGateway.Sites;
using CookieGateway.Statistics;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CookieGateway.Tests.Dashboard;

/// <summary>The dashboard over real counters and a real Redis, with two clinics, one member of each role, and a clock of its own.</summary>
public sealed class RunningDashboard : IAsyncDisposable
{
    public const string Marketer = "marketer";
    public const string Officer = "officer";
    public const string Administrator = "administrator";

    /// <summary>Sees the second clinic only.</summary>
    public const string OtherMarketer = "other";

    private readonly ServiceProvider _gateway;
    private readonly WebApplication _app;
    private readonly TemporaryDirectory _directory;
    private readonly Dictionary<string, string> _passwords = [];

    private RunningDashboard(RedisServer redis, ServiceProvider gateway, WebApplication app, TemporaryDirectory directory, ManualClock clock) =>
        (Redis, _gateway, _app, _directory, Clock) = (redis, gateway, app, directory, clock);

    public RedisServer Redis { get; }

    internal ManualClock Clock { get; }

    public IServiceProvider Services => _gateway;

    public Uri Address => new(_app.Urls.First());

    internal CountsFlusher Counts => _gateway.GetRequiredService<CountsFlusher>();

    public static async Task<RunningDashboard> StartAsync()
    {
        var directory = new TemporaryDirectory();
        var server = await RedisServer.StartAsync();
        var clock = ManualClock.At("2026-11-21T10:00:00Z");
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new SiteCatalog(
            [
                SomeSite.With("clinic", ("Hosts:0", "clinic.kz"), ("Operator:Name:ru", "<script>alert(1)</script>")),
                SomeSite.With("other", ("Hosts:0", "other.kz")),
            ]))
            .AddStatistics(TimeZones.Find(TimeZones.Default)!)
            .AddInventory()
            .AddLedger(new LedgerSettings(directory.Path, server.ConnectionString) { RedisAnswersWithin = TimeSpan.FromSeconds(10) })
            .BuildServiceProvider();

        var redis = services.GetRequiredService<RedisConnection>();
        await redis.ReachAsync(TimeSpan.FromSeconds(20));
        var app = DashboardHost.Build(
            services,
            new DashboardSettings { Url = "http://127.0.0.1:0", DataDirectory = directory.Path },
            new ReadinessChecks(new Dictionary<string, Func<IReadOnlyList<string>>>
            {
                ["redis"] = () => redis.State.Reason is { } reason ? [reason] : [],
            }));
        foreach (var running in services.GetServices<IHostedService>())
        {
            await running.StartAsync(CancellationToken.None);
        }

        await app.StartAsync();
        var dashboard = new RunningDashboard(server, services, app, directory, clock);
        await dashboard.AddAsync(Marketer, MemberRole.Marketer, "clinic");
        await dashboard.AddAsync(OtherMarketer, MemberRole.Marketer, "other");
        await dashboard.AddAsync(Officer, MemberRole.Officer, "clinic");
        await dashboard.AddAsync(Administrator, MemberRole.Administrator);
        return dashboard;
    }

    public string PasswordOf(string member) => _passwords[member];

    /// <summary>A browser without JavaScript: it keeps cookies and follows nothing by itself.</summary>
    internal Browser Browser() => new(Address);

    internal async Task<Browser> SignedInAsync(string member)
    {
        var browser = Browser();
        using var answer = await browser.SignInAsync(member, PasswordOf(member));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>A record that has reached Redis.</summary>
    internal async Task<ConsentRecord> RecordAsync(ConsentRecord record)
    {
        await _gateway.GetRequiredService<ConsentLedger>().AppendAsync(record, CancellationToken.None);
        var reader = _gateway.GetRequiredService<LedgerReader>();
        await Eventually.IsTrueAsync(
            async () => await reader.FindAsync(record.Site, record.Id, CancellationToken.None) is not null,
            "The record did not reach Redis.");
        return record;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        foreach (var running in _gateway.GetServices<IHostedService>().Reverse())
        {
            await running.StopAsync(CancellationToken.None);
        }

        await _app.DisposeAsync();
        await _gateway.DisposeAsync();
        await Redis.DisposeAsync();
        _directory.Dispose();
    }

    private async Task AddAsync(string name, MemberRole role, params string[] sites)
    {
        var membership = new Membership(new MemberStore(_gateway.GetRequiredService<RedisConnection>()), Clock);
        _passwords[name] = (await membership.AddAsync(name, role, sites, CancellationToken.None))!;
    }
}
