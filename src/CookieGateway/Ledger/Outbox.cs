using System.Threading.Channels;

namespace CookieGateway.Ledger;

/// <summary>
/// The gateway's own durable file. An entry is on disk, flushed, when <see cref="AppendAsync"/> returns, and leaves it when
/// <see cref="Release"/> says that Redis holds it durably. Entries that arrive together share one flush. RELIABILITY.md (d2).
/// </summary>
public sealed partial class Outbox : IAsyncDisposable
{
    private const int GroupEntries = 512;

    private readonly OutboxOptions _options;
    private readonly OutboxFolder _folder;
    private readonly OutboxWriter _writer;
    private readonly ILogger<Outbox> _logger;
    private readonly TimeProvider _time;
    private readonly Lock _segmentsLock = new();
    private readonly SortedDictionary<long, long> _segments = [];
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(16 * 1024) { SingleReader = true });
    private readonly Channel<bool> _more = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task _writing;
    private volatile string? _failure;

    private Outbox(OutboxOptions options, ILogger<Outbox> logger, TimeProvider time)
    {
        _options = options;
        _logger = logger;
        _time = time;
        _folder = new OutboxFolder(options.Directory);
        Scan();
        _writer = new OutboxWriter(_folder, options, time, _segments.Count == 0 ? 1 : _segments.Keys.Last() + 1);
        _more.Writer.TryWrite(true);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>How many bytes wait for Redis, or for its word that it holds them durably.</summary>
    public long Bytes
    {
        get
        {
            lock (_segmentsLock)
            {
                return _segments.Values.Sum();
            }
        }
    }

    /// <summary>What is wrong, in a sentence; null when nothing is.</summary>
    public string? Reason => _failure ?? (Directory.Exists(_folder.Damaged)
        ? $"The outbox had damaged pieces. They are in \"{_folder.Damaged}\": look at the disk, then delete that folder."
        : null);

    /// <summary>Opens the outbox, and with it whatever an earlier run has left there. Only one gateway can have it open.</summary>
    public static Outbox Open(OutboxOptions options, ILogger<Outbox> logger, TimeProvider? time = null) =>
        new(options, logger, time ?? TimeProvider.System);

    /// <summary>Appends an entry; returns when it has been flushed to disk, throws when it has not been.</summary>
    public async Task AppendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        if (payload.Length is 0 or > OutboxFrames.MaxPayload)
        {
            throw new OutboxUnavailableException(
                $"An entry of {payload.Length} bytes does not fit into the outbox, which takes up to {OutboxFrames.MaxPayload}.");
        }

        var waiting = new Waiting(payload);
        if (!_waiting.Writer.TryWrite(waiting))
        {
            throw new OutboxUnavailableException("The outbox is closed, or its disk is too slow: 16,384 entries wait to be written.");
        }

        // A caller that gives up does not take the entry back: it may be on its way to the disk already.
        await waiting.Flushed.Task.WaitAsync(cancellation);
    }

    /// <summary>
    /// Entries from here on (the default is the very start), as many as one segment gives, at most 256, and where they end. Empty when
    /// there are no more.
    /// </summary>
    public (IReadOnlyList<ReadOnlyMemory<byte>> Entries, OutboxCursor Next) Read(OutboxCursor from)
    {
        while (true)
        {
            long segment, end;
            lock (_segmentsLock)
            {
                segment = _segments.Keys.FirstOrDefault(number => number >= from.Segment, -1);
                end = segment < 0 ? 0 : _segments[segment];
            }

            if (segment < 0)
            {
                return ([], from);
            }

            var offset = segment == from.Segment ? from.Offset : 0;
            if (offset < end)
            {
                return ReadSegment(segment, offset, end);
            }

            lock (_segmentsLock)
            {
                if (segment >= _segments.Keys.Last())
                {
                    return ([], new OutboxCursor(segment, offset));
                }
            }

            from = new OutboxCursor(segment + 1, 0);
        }
    }

    /// <summary>Waits until something has been appended, or for this long.</summary>
    public async Task WaitForMoreAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            await _more.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }
    }

    /// <summary>Everything before this place may go: Redis holds it durably.</summary>
    public void Release(OutboxCursor upTo)
    {
        lock (_segmentsLock)
        {
            foreach (var segment in _segments.Keys.TakeWhile(number => number < upTo.Segment).ToArray())
            {
                _folder.Delete(segment);
                _segments.Remove(segment);
            }
        }

        // The last segment may be growing at this moment; only the writer knows whether it may go.
        _waiting.Writer.TryWrite(new Waiting(default, upTo));
    }

    /// <summary>Keeps an entry that nobody can read where damaged pieces are kept, and says where.</summary>
    internal string SetAside(ReadOnlySpan<byte> payload) => _folder.Quarantine(payload);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
        _writer.Dispose();
        _folder.Dispose();
    }

    private sealed record Waiting(ReadOnlyMemory<byte> Payload, OutboxCursor Released = default)
    {
        public TaskCompletionSource Flushed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
