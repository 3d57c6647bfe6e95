using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CookieGateway.Redis;

/// <summary>
/// The gateway's own Redis: Microsoft Garnet, inside the gateway's process, on loopback, with its append-only file on. It ends with
/// the process, however that ends, and leaves nothing running.
/// </summary>
public sealed partial class EmbeddedRedis : IDisposable
{
    private const string AddressFile = "address";

    private readonly IDisposable? _server;
    private readonly FileStream? _lock;

    private EmbeddedRedis(string configuration, IDisposable? server, FileStream? folderLock, string? reason)
    {
        Configuration = configuration;
        Reason = reason;
        _server = server;
        _lock = folderLock;
    }

    /// <summary>The connection string for a <see cref="RedisConnection"/>, with this run's password.</summary>
    public string Configuration { get; }

    /// <summary>Why it does not run; null when it does. The gateway goes on without: decisions wait in the outbox.</summary>
    public string? Reason { get; }

    /// <summary>Starts it over what an earlier run has left in this folder; returns when it answers.</summary>
    public static EmbeddedRedis Start(string folder, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger<EmbeddedRedis>();
        var port = FreePort();
        var password = RandomNumberGenerator.GetHexString(32);
        var configuration = $"127.0.0.1:{port},password={password}";
        FileStream? folderLock = null;
        try
        {
            OwnerOnlyFile.CreateFolder(folder);
            folderLock = Lock(folder);
            var server = Create([.. Options(folder), "--port", $"{port}", "--password", password], loggers);
            server.GetType().GetMethod("Start")!.Invoke(server, null);
            OwnerOnlyFile.Write(Path.Combine(folder, AddressFile), Encoding.UTF8.GetBytes(configuration));
            Started(logger, port, folder);
            return new EmbeddedRedis(configuration, server, folderLock, null);
        }
        catch (Exception failure)
        {
            folderLock?.Dispose();
            var cause = failure is TargetInvocationException { InnerException: { } inner } ? inner : failure;
            DidNotStart(logger, cause, folder);
            return new EmbeddedRedis(configuration, null, null, $"The embedded Redis did not start over \"{folder}\": {cause.Message}");
        }
    }

    /// <summary>The connection string of the one that a gateway runs over this folder, for commands beside it; null when none runs.</summary>
    public static string? Running(string folder)
    {
        try
        {
            OwnerOnlyFile.CreateFolder(folder);
            using var free = Lock(folder);
            return null;
        }
        catch (IOException)
        {
            return File.ReadAllText(Path.Combine(folder, AddressFile));
        }
    }

    public void Dispose()
    {
        _server?.Dispose();
        _lock?.Dispose();
    }

    // The lock goes with the process that holds it, however that ends: two servers over one folder would ruin it.
    private static FileStream Lock(string folder) =>
        new(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static string[] Options(string folder) =>
    [
        "--bind", "127.0.0.1", "--auth", "Password",
        // RELIABILITY.md (d3): the only combination that keeps every acknowledged write through a kill.
        "--aof", "true", "--aof-commit-wait", "true", "--recover", "true", "--fail-on-recovery-error", "true", "--device-type", "RandomAccess",
        // Without the storage tier Garnet drops the oldest records once they exceed its memory.
        "--storage-tier", "true", "--memory", "256m", "--page", "4m", "--index", "16m",
        // A checkpoint lets go of the append-only file's segments before it.
        "--aof-memory", "32m", "--aof-page-size", "8m", "--aof-segment-size", "64m", "--checkpoint-freq", "600",
        "--logdir", Path.Combine(folder, "records"), "--checkpointdir", Path.Combine(folder, "checkpoints"),
        "-q", "true", "--disable-console-logger", "true",
    ];

    // Garnet is published as a tool, not as a library, so it is met by reflection: one constructor, Start and Dispose.
    private static IDisposable Create(string[] options, ILoggerFactory loggers)
    {
        var assemblies = new GarnetAssemblies(Path.Combine(AppContext.BaseDirectory, "garnet"));
        var type = assemblies.LoadFromAssemblyName(new AssemblyName("Garnet.host")).GetType("Garnet.GarnetServer", throwOnError: true)!;
        var constructor = type.GetConstructors().Single(each => each.GetParameters()[0].ParameterType == typeof(string[]));
        object?[] arguments =
        [
            options, loggers, .. constructor.GetParameters().Skip(2).Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null),
        ];
        return (IDisposable)constructor.Invoke(arguments);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [LoggerMessage(LogLevel.Information, "The embedded Redis listens on 127.0.0.1:{Port}; its files are in {Folder}.")]
    private static partial void Started(ILogger logger, int port, string folder);

    [LoggerMessage(LogLevel.Error, "The embedded Redis did not start over {Folder}. Pages are served, decisions wait in the outbox. Look at the folder and its disk.")]
    private static partial void DidNotStart(ILogger logger, Exception cause, string folder);
}
