using System.Text.Json.Nodes;

namespace CookieGateway.Tests.Support;

/// <summary>One gateway in front of one raw origin, for a class of tests that run one after the other: a start costs more than a request.</summary>
public class WireFixture : IAsyncLifetime
{
    public const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok";

    public RawOrigin Origin { get; } = RawOrigin.Start(Ok);

    public RunningGateway Gateway { get; private set; } = null!;

    public Uri Address => Gateway.Address;

    public async Task InitializeAsync() => Gateway = await RunningGateway.InFrontOfAsync(Origin.Address, Configure);

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Origin.DisposeAsync();
    }

    /// <summary>Begins a test: the origin forgets what it was asked, and answers so from now on.</summary>
    public void Begin(string answer = Ok)
    {
        Origin.Forget();
        Origin.Answer = _ => answer;
    }

    protected virtual void Configure(JsonObject configuration)
    {
    }
}
