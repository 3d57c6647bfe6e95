using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CookieGateway.Redis;
using Microsoft.Extensions.Logging.Abstractions;

namespace CookieGateway.Tests.Support;

/// <summary>Debian's redis-server on a free port, with a directory of its own. It can be killed and started again on the same port.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly int _port;
    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(int port, string[] settings) => (_port, _settings) = (port, settings);

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    /// <summary>Starts one; settings come last and win, as in "--appendfsync", "always".</summary>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer(FreePort(), settings);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>A connection that has reached the server.</summary>
    public async Task<RedisConnection> ConnectAsync()
    {
        var connection = RedisConnection.Open(ConnectionString, TimeSpan.FromSeconds(10), NullLogger<RedisConnection>.Instance);
        await Eventually.IsTrueAsync(() => connection.State.Connected, "The test's redis-server was not reached.");
        return connection;
    }

    public async Task StartAgainAsync()
    {
        string[] arguments =
        [
            "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _directory.Path,
            "--appendonly", "yes", "--save", "", .. _settings,
        ];
        _process = Process.Start(new ProcessStartInfo("/usr/bin/redis-server", arguments) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        await Eventually.IsTrueAsync(ListensAsync, "redis-server did not start to listen.");
    }

    /// <summary>Ends it as a crash would.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Stops it without ending it: it takes connections, by the kernel's hand, and never answers.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        _directory.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
