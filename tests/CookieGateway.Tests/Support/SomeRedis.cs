using CookieGateway.Sites;

namespace CookieGateway.Tests.Support;

/// <summary>Either of the two servers that a ledger must behave the same over: Debian's redis-server, or the embedded one.</summary>
public sealed class SomeRedis : IAsyncDisposable
{
    public const string Debian = "redis-server";
    public const string Embedded = GatewaySettings.EmbeddedRedis;

    private readonly RedisServer? _server;

    private SomeRedis(RedisServer? server) => _server = server;

    /// <summary>For the setting <c>Gateway:Redis</c>.</summary>
    public string Configuration => _server?.ConnectionString ?? Embedded;

    public static async Task<SomeRedis> StartAsync(string kind) => new(kind == Debian ? await RedisServer.StartAsync() : null);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
