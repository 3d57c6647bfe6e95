using System.Net.WebSockets;
using System.Text;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.Tests.Proxying;

/// <summary>What is long, large or never ends flows through.</summary>
public sealed class StreamingTests(OriginFixture origin) : IClassFixture<OriginFixture>
{
    [Fact]
    public async Task Events_arrive_one_by_one_and_uncoded()
    {
        var next = new SemaphoreSlim(0);
        var gateway = origin.Answering(async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.Body.FlushAsync();
            for (var i = 0; i < 3; i++)
            {
                await next.WaitAsync(http.RequestAborted);
                await http.Response.WriteAsync($"data: {i}\n\n");
                await http.Response.Body.FlushAsync();
            }
        });

        using var response = await gateway.GetAsync("/events", ("Accept-Encoding", "gzip"));
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Empty(response.Content.Headers.ContentEncoding);
        for (var i = 0; i < 3; i++)
        {
            next.Release();
            Assert.Equal($"data: {i}", await Eventually.EndsAsync(lines.ReadLineAsync()));
            Assert.Equal("", await lines.ReadLineAsync());
        }
    }

    [Fact]
    public async Task A_WebSocket_talks_both_ways_and_closes_with_its_code()
    {
        var gateway = origin.Answering(async http =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[1024];
            var message = await socket.ReceiveAsync(buffer, http.RequestAborted);
            await socket.SendAsync(buffer.AsMemory(0, message.Count), WebSocketMessageType.Binary, true, http.RequestAborted);
            await socket.CloseAsync((WebSocketCloseStatus)4000, "done", http.RequestAborted);
        });
        using var client = new ClientWebSocket();
        client.Options.SetRequestHeader("Host", RunningGateway.Host);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        await client.ConnectAsync(new Uri($"ws://{gateway.Address.Authority}/chat"), deadline.Token);
        await client.SendAsync("<html>"u8.ToArray(), WebSocketMessageType.Binary, true, deadline.Token);
        var buffer = new byte[1024];
        var echo = await client.ReceiveAsync(buffer.AsMemory(), deadline.Token);
        var close = await client.ReceiveAsync(buffer.AsMemory(echo.Count), deadline.Token);

        Assert.Equal("<html>", Encoding.ASCII.GetString(buffer, 0, echo.Count));
        Assert.Equal(WebSocketMessageType.Close, close.MessageType);
        Assert.Equal(4000, (int)client.CloseStatus!);
    }

    [Fact]
    public async Task An_upload_of_any_size_flows_and_the_origin_reads_before_it_is_whole()
    {
        const int Pieces = 640;
        var firstRead = new TaskCompletionSource();
        var gateway = origin.Answering(async http =>
        {
            var buffer = new byte[64 * 1024];
            long total = 0;
            int count;
            while ((count = await http.Request.Body.ReadAsync(buffer)) > 0)
            {
                firstRead.TrySetResult();
                total += count;
            }

            await http.Response.WriteAsync(total.ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
        using var content = new PiecewiseContent(Pieces, new byte[64 * 1024], firstRead.Task);

        using var response = await gateway.Client.PostAsync($"http://{RunningGateway.Host}/upload", content);

        // 40 MB: more than the 30 MB at which Kestrel stops by default.
        Assert.Equal((Pieces * 64 * 1024).ToString(System.Globalization.CultureInfo.InvariantCulture), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_download_can_be_resumed()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.StatusCode = 206;
            http.Response.ContentType = "application/zip";
            http.Response.Headers.ContentRange = "bytes 5-9/10";
            http.Response.Headers.AcceptRanges = "bytes";
            return http.Response.WriteAsync("56789");
        });

        using var response = await gateway.GetAsync("/file.zip", ("Range", "bytes=5-"));

        Assert.Equal(206, (int)response.StatusCode);
        Assert.Equal("bytes 5-9/10", response.Content.Headers.ContentRange!.ToString());
        Assert.Equal("56789", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_visitor_who_leaves_lets_the_origin_go()
    {
        var left = new TaskCompletionSource();
        var gateway = origin.Answering(async http =>
        {
            http.RequestAborted.Register(() => left.TrySetResult());
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync("<html><body>");
            await http.Response.Body.FlushAsync();
            await left.Task;
        });

        var response = await gateway.GetAsync("/");
        response.Dispose();

        await Eventually.EndsAsync(left.Task);
    }

    private sealed class PiecewiseContent(int pieces, byte[] piece, Task afterFirst) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            for (var i = 0; i < pieces; i++)
            {
                await stream.WriteAsync(piece);
                if (i == 0)
                {
                    await stream.FlushAsync();
                    await Eventually.EndsAsync(afterFirst);
                }
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
