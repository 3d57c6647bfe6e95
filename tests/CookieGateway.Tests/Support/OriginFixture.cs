using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.Tests.Support;

/// <summary>One gateway in front of one real web server, for a class of tests that run one after the other; each says what the server answers.</summary>
public class OriginFixture : IAsyncLifetime
{
    private RequestDelegate _answer = _ => Task.CompletedTask;

    public RunningGateway Gateway { get; private set; } = null!;

    /// <summary>What the server answers from now on.</summary>
    public RunningGateway Answering(RequestDelegate answer)
    {
        _answer = answer;
        return Gateway;
    }

    public async Task InitializeAsync() => Gateway = await RunningGateway.InFrontOfAsync(http => _answer(http), Configure);

    public async Task DisposeAsync() => await Gateway.DisposeAsync();

    protected virtual void Configure(JsonObject configuration)
    {
    }
}
