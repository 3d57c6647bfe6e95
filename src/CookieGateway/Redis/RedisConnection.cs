using StackExchange.Redis;

namespace CookieGateway.Redis;

/// <summary>
/// The gateway's one connection to Redis. It is opened in the background and repaired for ever, so the gateway starts and runs without
/// Redis; every call is bounded in time. Written against what StackExchange.Redis 1.2.6 and 3.x have in common.
/// </summary>
public sealed partial class RedisConnection : IAsyncDisposable
{
    /// <summary>How long Redis may take over one answer, unless somebody says otherwise. The client has no limit of its own on asynchronous calls.</summary>
    public static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan RetryConnectingAfter = TimeSpan.FromSeconds(1);

    private readonly string _configuration;
    private readonly TimeSpan _answersWithin;
    private readonly ILogger<RedisConnection> _logger;
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource<ConnectionMultiplexer> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _opening;
    private volatile string? _lastFailure = "Redis has not been reached yet.";

    private RedisConnection(string configuration, TimeSpan answersWithin, ILogger<RedisConnection> logger)
    {
        _configuration = configuration;
        _answersWithin = answersWithin;
        _logger = logger;
        _opening = Task.Run(OpenAsync);
    }

    /// <summary>Raised after the first connection and after every repaired one, on a thread of the client's: return quickly.</summary>
    public event Action? Restored;

    /// <summary>How it stands right now; asks nobody.</summary>
    public RedisState State
    {
        get
        {
            var connected = _opened.Task.IsCompletedSuccessfully && Client.IsConnected;
            return new RedisState(connected, connected ? null : _lastFailure ?? "The connection to Redis is down; it is being repaired.");
        }
    }

    private ConnectionMultiplexer Client => _opened.Task.GetAwaiter().GetResult();

    /// <summary>Starts connecting and returns at once. The configuration is StackExchange.Redis's connection string.</summary>
    public static RedisConnection Open(string configuration, ILogger<RedisConnection> logger) => Open(configuration, AnswersWithin, logger);

    /// <summary>The same with another limit on one answer.</summary>
    public static RedisConnection Open(string configuration, TimeSpan answersWithin, ILogger<RedisConnection> logger) =>
        new(configuration, answersWithin, logger);

    /// <summary>Waits until Redis is reached, for commands that are nothing without it; throws when that takes longer.</summary>
    public async Task ReachAsync(TimeSpan atMost)
    {
        try
        {
            await _opened.Task.WaitAsync(atMost);
        }
        catch (TimeoutException)
        {
            throw new RedisUnavailableException(State.Reason!);
        }
    }

    /// <summary>
    /// Asks Redis one thing, as in <c>AskAsync(db =&gt; db.StringGetAsync(key))</c>. Throws <see cref="RedisUnavailableException"/> when it
    /// is not there, says no, or takes longer than the limit; the command may then still have been carried out.
    /// </summary>
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question, CancellationToken cancellation = default)
    {
        if (!_opened.Task.IsCompletedSuccessfully)
        {
            throw new RedisUnavailableException(State.Reason!);
        }

        try
        {
            return await question(Client.GetDatabase()).WaitAsync(_answersWithin, cancellation);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or ObjectDisposedException)
        {
            _lastFailure = Sentence(failure);
            throw new RedisUnavailableException(_lastFailure, failure);
        }
    }

    /// <summary>The same for a command without an answer.</summary>
    public Task AskAsync(Func<IDatabase, Task> question, CancellationToken cancellation = default) =>
        AskAsync(async database => { await question(database); return true; }, cancellation);

    /// <summary>Asks every server that is reached, as for <c>INFO</c>; bounded like <see cref="AskAsync{T}"/>.</summary>
    internal Task<T[]> AskServersAsync<T>(Func<IServer, Task<T>> question, CancellationToken cancellation) => AskAsync(
        _ => Task.WhenAll(Client.GetEndPoints().Select(point => Client.GetServer(point)).Where(server => server.IsConnected).Select(question)),
        cancellation);

    /// <summary>Tells every gateway that listens on the channel, this one among them. Best effort: nobody may be listening.</summary>
    public Task PublishAsync(string channel, string message, CancellationToken cancellation = default) =>
        AskAsync(database => database.PublishAsync(Channel(channel), message), cancellation);

    /// <summary>Hears what is published on the channel, from the moment Redis is there, over every repaired connection.</summary>
    public async Task SubscribeAsync(string channel, Action<string> heard, CancellationToken cancellation = default)
    {
        var client = await _opened.Task.WaitAsync(cancellation);
        await client.GetSubscriber().SubscribeAsync(Channel(channel), (_, message) => heard(message!));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _opening;
        if (_opened.Task.IsCompletedSuccessfully)
        {
            // CloseAsync waits for answers that a hanging server never gives.
            Client.Dispose();
        }

        _closing.Dispose();
    }

    private static RedisChannel Channel(string name) => new(name, RedisChannel.PatternMode.Literal);

    private async Task OpenAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var client = await ConnectionMultiplexer.ConnectAsync(Options());
                client.ConnectionRestored += (_, _) => Up();
                client.ConnectionFailed += (_, failure) => Down(failure.FailureType);
                _opened.SetResult(client);
                Up();
                return;
            }
            catch (Exception failure) when (failure is RedisException or IOException or System.Net.Sockets.SocketException)
            {
                _lastFailure = Sentence(failure);
                await Task.Delay(RetryConnectingAfter, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private ConfigurationOptions Options()
    {
        var options = ConfigurationOptions.Parse(_configuration);
        options.AbortOnConnectFail = true;
        options.AllowAdmin = true;
        options.ClientName = "cookie-gateway";
        return options;
    }

    private void Up()
    {
        _lastFailure = null;
        Connected(_logger);
        Restored?.Invoke();
    }

    private void Down(ConnectionFailureType type)
    {
        _lastFailure = $"The connection to Redis is down ({type}); it is being repaired.";
        Disconnected(_logger, type);
    }

    private string Sentence(Exception failure) => failure switch
    {
        TimeoutException => $"Redis did not answer within {_answersWithin.TotalSeconds:0} seconds.",
        RedisServerException => $"Redis refuses: {failure.Message}",
        _ => $"Redis is not reachable: {failure.Message}",
    };

    [LoggerMessage(LogLevel.Information, "Connected to Redis.")]
    private static partial void Connected(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The connection to Redis is down ({Type}). Pages are served, decisions are kept in the outbox; it is being repaired.")]
    private static partial void Disconnected(ILogger logger, ConnectionFailureType type);
}
