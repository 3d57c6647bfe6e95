using Microsoft.Win32.SafeHandles;

namespace CookieGateway.Ledger;

/// <summary>The end of the outbox that grows: one segment, written and flushed group by group. Used by one thread at a time.</summary>
internal sealed class OutboxWriter(OutboxFolder folder, OutboxOptions options, TimeProvider time, long next) : IDisposable
{
    private SafeFileHandle? _handle;
    private DateTimeOffset _opened;
    private long _next = next;

    /// <summary>The segment's number and how much of it is flushed.</summary>
    public OutboxCursor End { get; private set; } = new(next - 1, 0);

    /// <summary>Writes whole frames and flushes them. After an exception nothing of them counts, and the segment ends where it did.</summary>
    public void Append(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var handle = Segment();
        try
        {
            RandomAccess.Write(handle, parts, End.Offset);
            RandomAccess.FlushToDisk(handle);
            End = End with { Offset = End.Offset + parts.Sum(part => (long)part.Length) };
        }
        catch (Exception)
        {
            // A flush that failed once may say yes the next time although the data is gone (fsyncgate, PostgreSQL 2018): after any
            // failure the segment is closed at its last good byte, and another one is begun.
            Abandon(handle);
            throw;
        }
    }

    /// <summary>Ends the segment if it is this one, so that its file may be deleted.</summary>
    public void Leave(long segment)
    {
        if (segment == End.Segment)
        {
            Close();
        }
    }

    public void Dispose() => Close();

    private SafeFileHandle Segment()
    {
        if (_handle is not null && (End.Offset >= options.SegmentBytes || time.GetUtcNow() - _opened >= options.SegmentAge))
        {
            Close();
        }

        if (_handle is null)
        {
            _handle = folder.Create(_next);
            _opened = time.GetUtcNow();
            End = new OutboxCursor(_next++, 0);
        }

        return _handle;
    }

    private void Abandon(SafeFileHandle handle)
    {
        try
        {
            RandomAccess.SetLength(handle, End.Offset);
        }
        catch (IOException)
        {
            // What was written then stays behind the last good byte: at worst a record of a decision that was answered with 503.
        }

        Close();
    }

    private void Close()
    {
        _handle?.Dispose();
        _handle = null;
    }
}
