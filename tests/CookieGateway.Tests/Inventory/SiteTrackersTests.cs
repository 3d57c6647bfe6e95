using CookieGateway.Consent.Purposes;
using CookieGateway.Inventory;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Inventory;

public sealed class SiteTrackersTests
{
    private static readonly DateTimeOffset Now = Some.Moment;
    private readonly ManualClock _clock = new(Now);
    private readonly Site _site = SomeSite.With(("Trackers:Declared:0", "roistat"));

    [Fact]
    public async Task A_notice_names_all_that_was_seen_but_only_what_the_site_has_sent_brings_a_question()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        var store = new InventoryStore(redis, _clock);
        await store.AddAsync(
            _site.Id,
            [Host("www.google-analytics.com", "script", "google-analytics", Now.AddDays(-1)), Host("mc.yandex.ru", "script", "yandex-metrika"), Host("connect.facebook.net", SeenThirdParty.Reported, "meta-pixel")],
            CancellationToken.None);
        await store.AddAsync(
            _site.Id,
            [Cookie("_ttp", "tiktok-pixel", setByServer: false), Cookie("tmr_lvid", "top-mail-ru", setByServer: true)],
            CancellationToken.None);

        var view = new InventoryView();
        var trackers = new SiteTrackers(view);
        Assert.True(await view.RefreshAsync(store, [_site.Id], CancellationToken.None));

        Assert.Equal(
            ["google-analytics", "meta-pixel", "roistat", "tiktok-pixel", "top-mail-ru", "yandex-metrika"], trackers.Seen(_site).Select(tracker => tracker.Id));
        Assert.Equal(["roistat", "top-mail-ru", "yandex-metrika"], trackers.Carried(_site).Select(tracker => tracker.Id));
    }

    [Fact]
    public async Task What_a_site_shows_on_the_day_that_it_becomes_known_it_has_not_taken_on()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        var store = new InventoryStore(redis, _clock);
        await store.AddAsync(
            _site.Id,
            [
                Host("mc.yandex.ru", "script", "yandex-metrika", Now.AddDays(-3)),
                Host("vk.com", "script", "vk-pixel", Now.AddDays(-3).AddHours(23)),
                Host("connect.facebook.net", "script", "meta-pixel", Now.AddDays(-2)),
            ],
            CancellationToken.None);
        var view = new InventoryView();
        await view.RefreshAsync(store, [_site.Id], CancellationToken.None);

        Assert.Equal(["meta-pixel", "roistat"], new SiteTrackers(view).Carried(_site).Select(tracker => tracker.Id));
    }

    [Fact]
    public async Task A_view_that_says_the_same_again_gives_the_same_list()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        var store = new InventoryStore(redis, _clock);
        await store.AddAsync(_site.Id, [Host("mc.yandex.ru", "script", "yandex-metrika")], CancellationToken.None);
        var view = new InventoryView();
        var trackers = new SiteTrackers(view);
        await view.RefreshAsync(store, [_site.Id], CancellationToken.None);
        var before = trackers.Carried(_site);

        await view.RefreshAsync(store, [_site.Id], CancellationToken.None);

        Assert.Same(before, trackers.Carried(_site));
    }

    private static KeyValuePair<string, SeenThirdParty> Host(string host, string vector, string tracker, DateTimeOffset? firstSeen = null) => new($"{host} {vector}", new()
    {
        Host = host,
        Vector = vector,
        Tracker = tracker,
        Purpose = Purpose.Marketing,
        FirstSeen = firstSeen ?? Now,
        LastSeen = Now,
    });

    private static KeyValuePair<string, SeenCookie> Cookie(string name, string tracker, bool setByServer) => new(name, new()
    {
        Name = name,
        Tracker = tracker,
        Purpose = Purpose.Marketing,
        SetWith = setByServer ? new() : null,
        FirstSeen = Now,
        LastSeen = Now,
    });
}
