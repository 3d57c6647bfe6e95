namespace CookieGateway.Ledger;

// The outbox and its files: what was there at the start, the loop that writes, and reading back.
public sealed partial class Outbox
{
    private void Scan()
    {
        foreach (var segment in _folder.Segments())
        {
            var bytes = File.ReadAllBytes(_folder.PathOf(segment));
            var end = bytes.Length;
            for (var offset = 0; offset < bytes.Length;)
            {
                var piece = OutboxFrames.At(bytes, offset);
                offset = piece.End;
                if (piece.Kind == OutboxFrames.Kind.Torn)
                {
                    end = piece.Offset;
                    TornTail(_logger, segment, piece.Length);
                }
                else if (piece.Kind == OutboxFrames.Kind.Damaged)
                {
                    var file = _folder.Quarantine(bytes.AsSpan(piece.Offset, piece.Length));
                    Damaged(_logger, piece.Length, segment, file);
                }
            }

            if (end == 0)
            {
                _folder.Delete(segment);
                continue;
            }

            _segments[segment] = end;
        }
    }

    private (IReadOnlyList<ReadOnlyMemory<byte>> Entries, OutboxCursor Next) ReadSegment(long segment, long offset, long end)
    {
        var bytes = new byte[end - offset];
        using (var handle = File.OpenHandle(_folder.PathOf(segment), share: FileShare.ReadWrite | FileShare.Delete))
        {
            for (var read = 0; read < bytes.Length;)
            {
                var count = RandomAccess.Read(handle, bytes.AsSpan(read), offset + read);
                read += count > 0 ? count : throw new IOException($"Segment {segment} of the outbox is shorter than it was.");
            }
        }

        var entries = new List<ReadOnlyMemory<byte>>();
        var at = 0;
        while (at < bytes.Length && entries.Count < GroupEntries / 2)
        {
            var piece = OutboxFrames.At(bytes, at);
            at = piece.End;
            if (piece.Kind == OutboxFrames.Kind.Whole)
            {
                entries.Add(bytes.AsMemory(piece.Payload));
            }
            else
            {
                var file = _folder.Quarantine(bytes.AsSpan(piece.Offset, piece.Length));
                Damaged(_logger, piece.Length, segment, file);
            }
        }

        return (entries, new OutboxCursor(segment, offset + at));
    }

    private async Task WriteAsync()
    {
        var group = new List<Waiting>(GroupEntries);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            long bytes = 0;
            while (group.Count < GroupEntries && bytes < _options.SegmentBytes && _waiting.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
                bytes += waiting.Payload.Length;
            }

            foreach (var waiting in group.Where(waiting => waiting.Payload.IsEmpty))
            {
                LeaveSegment(waiting.Released);
            }

            Write([.. group.Where(waiting => !waiting.Payload.IsEmpty)]);
        }
    }

    private void Write(IReadOnlyList<Waiting> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            if (Bytes >= _options.LimitBytes)
            {
                throw new IOException($"it has reached its limit of {_options.LimitBytes >> 20} MB, since Redis has confirmed nothing for long.");
            }

            _writer.Append([.. group.SelectMany(waiting => (ReadOnlyMemory<byte>[])[OutboxFrames.Head(waiting.Payload.Span), waiting.Payload])]);
            lock (_segmentsLock)
            {
                _segments[_writer.End.Segment] = _writer.End.Offset;
            }

            _failure = null;
        }
        catch (Exception failure)
        {
            // Whatever it was: those who wait must hear of it, and the next group gets its try.
            _failure = $"The outbox \"{_options.Directory}\" takes nothing: {failure.Message} Decisions are refused until it does.";
            Refused(_logger, group.Count, failure);
            foreach (var waiting in group)
            {
                waiting.Flushed.SetException(new OutboxUnavailableException(_failure, failure));
            }

            return;
        }

        foreach (var waiting in group)
        {
            waiting.Flushed.SetResult();
        }

        _more.Writer.TryWrite(true);
    }

    private void LeaveSegment(OutboxCursor released)
    {
        lock (_segmentsLock)
        {
            if (_segments.TryGetValue(released.Segment, out var end) && released.Offset >= end)
            {
                _writer.Leave(released.Segment);
                _folder.Delete(released.Segment);
                _segments.Remove(released.Segment);
            }
        }
    }

    [LoggerMessage(LogLevel.Information,
        "Segment {Segment} of the outbox ended in the middle of an entry that nobody was told of; {Bytes} bytes are left out.")]
    private static partial void TornTail(ILogger logger, long segment, int bytes);

    [LoggerMessage(LogLevel.Error,
        "{Bytes} bytes in segment {Segment} of the outbox are damaged. They are kept in {File}; entries behind them are not affected. Look at the disk.")]
    private static partial void Damaged(ILogger logger, int bytes, long segment, string file);

    [LoggerMessage(LogLevel.Error, "The outbox could not make {Count} entries durable. Their visitors got a 503, and nothing was granted.")]
    private static partial void Refused(ILogger logger, int count, Exception failure);
}
