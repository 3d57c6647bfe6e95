using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Ledger;

/// <summary>Against Debian's redis-server.</summary>
public sealed class ShippingToRedisTests : ShippingTests
{
    private RedisServer? _server;

    protected override string Redis => _server!.ConnectionString;

    public override async Task InitializeAsync() => _server = await RedisServer.StartAsync();

    public override async Task DisposeAsync() => await _server!.DisposeAsync();
}
