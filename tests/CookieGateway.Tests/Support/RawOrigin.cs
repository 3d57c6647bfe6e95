using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CookieGateway.Tests.Support;

/// <summary>
/// A server made of one socket: it records the bytes of every request's head and answers with the very bytes that a test gives, right
/// or wrong, one request to a connection. Bytes are written as Latin-1 text.
/// </summary>
public sealed class RawOrigin : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly Task _accepting;

    private RawOrigin(Func<string, string> answer)
    {
        Answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>What it answers, by the request's head; may be changed between requests.</summary>
    public Func<string, string> Answer { get; set; }

    /// <summary>The requests' heads, with their line ends and the empty line.</summary>
    public IReadOnlyCollection<string> Heads => _heads;

    public string LastHead => _heads.Last();

    public void Forget() => _heads.Clear();

    public static RawOrigin Start(Func<string, string> answer) => new(answer);

    public static RawOrigin Start(string answer) => new(_ => answer);

    /// <summary>The value of a header in the last request; null when it was not there.</summary>
    public string? Header(string name) => LastHead.Split("\r\n")
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    /// <summary>The target in the last request line.</summary>
    public string Target => LastHead.Split("\r\n")[0].Split(' ')[1];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync()));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            if (await ReadHeadAsync(stream) is not { } head)
            {
                return;
            }

            _heads.Enqueue(head);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(Answer(head)));
            client.Client.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(new byte[4096]) > 0)
            {
                // The other side closes when it has read the answer.
            }
        }
        catch (IOException)
        {
            // It was closed in the middle: what the test is about is on the other side.
        }
    }

    private static async Task<string?> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (await stream.ReadAsync(buffer) > 0)
        {
            head.Append((char)buffer[0]);
            if (buffer[0] == '\n' && head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                return head.ToString();
            }
        }

        return null;
    }
}
