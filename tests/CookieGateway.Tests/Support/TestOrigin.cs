using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CookieGateway.Tests.Support;

/// <summary>A real web server on a free port, which answers as a test says and remembers what it was asked.</summary>
public sealed class TestOrigin : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests;

    private TestOrigin(WebApplication app, ConcurrentQueue<RecordedRequest> requests)
    {
        _app = app;
        _requests = requests;
    }

    public Uri Address => new(_app.Urls.First());

    public IReadOnlyCollection<RecordedRequest> Requests => _requests;

    public RecordedRequest LastRequest => _requests.Last();

    public static async Task<TestOrigin> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
        });
        var requests = new ConcurrentQueue<RecordedRequest>();
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(http =>
        {
            requests.Enqueue(RecordedRequest.Of(http.Request));
            return answer(http);
        });
        await app.StartAsync();
        return new TestOrigin(app, requests);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
