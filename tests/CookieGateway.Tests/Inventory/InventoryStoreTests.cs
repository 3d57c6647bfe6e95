using CookieGateway.Consent.Purposes;
using CookieGateway.Inventory;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Inventory;

public sealed class InventoryStoreTests
{
    private readonly ManualClock _clock = ManualClock.At("2026-11-21T10:00:00Z");

    [Fact]
    public async Task Two_gateways_make_one_inventory()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        var store = new InventoryStore(redis, _clock);
        var early = Cookie("_ga", _clock.Now.AddDays(-1)) with { SetWith = new() { HttpOnly = true } };

        await store.AddAsync("clinic", [Entry(early)], CancellationToken.None);
        await store.AddAsync("clinic", [Entry(Cookie("_ga", _clock.Now) with { SeenInRequests = true })], CancellationToken.None);

        var cookie = Assert.Single(await store.CookiesAsync("clinic", CancellationToken.None));
        Assert.Equal(early with { SeenInRequests = true, LastSeen = _clock.Now }, cookie);
    }

    [Fact]
    public async Task When_there_are_too_many_those_that_only_requests_showed_go_first()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        var store = new InventoryStore(redis, _clock);
        var set = Cookie("session", _clock.Now.AddDays(-3)) with { SetWith = new() };
        var invented = Enumerable.Range(0, 600).Select(i => Entry(Cookie($"x{i}", _clock.Now) with { Purpose = null })).ToArray();

        await store.AddAsync("clinic", [Entry(set)], CancellationToken.None);
        await store.AddAsync("clinic", invented, CancellationToken.None);

        var cookies = await store.CookiesAsync("clinic", CancellationToken.None);
        Assert.Equal(500, cookies.Count);
        Assert.Contains(cookies, cookie => cookie.Name == "session");
    }

    private static SeenCookie Cookie(string name, DateTimeOffset seen) =>
        new() { Name = name, Purpose = Purpose.Analytics, FirstSeen = seen, LastSeen = seen };

    private static KeyValuePair<string, SeenCookie> Entry(SeenCookie cookie) => new(cookie.Name, cookie);
}
