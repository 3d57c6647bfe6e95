using CookieGateway.Redis;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CookieGateway.Tests.Ledger;

/// <summary>Against Garnet inside this process.</summary>
public sealed class ShippingToEmbeddedRedisTests : ShippingTests
{
    private EmbeddedRedis? _server;

    protected override string Redis => GatewaySettings.EmbeddedRedis;

    public override Task DisposeAsync()
    {
        _server?.Dispose();
        return Task.CompletedTask;
    }

    protected override Task<string> ConfigurationAsync(TemporaryDirectory data)
    {
        _server = EmbeddedRedis.Start(Path.Combine(data.Path, "redis"), NullLoggerFactory.Instance);
        Assert.Null(_server.Reason);
        return Task.FromResult(_server.Configuration);
    }
}
