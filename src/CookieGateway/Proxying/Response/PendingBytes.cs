using System.Buffers;

namespace CookieGateway.Proxying.Response;

/// <summary>Bytes on their way: written at one end, read at the other, in rented memory that grows no further than what waits.</summary>
internal sealed class PendingBytes : IBufferWriter<byte>, IDisposable
{
    private const int SmallestRoom = 4096;

    private byte[] _buffer = [];
    private int _read;
    private int _written;

    public bool IsEmpty => _read == _written;

    public ReadOnlySpan<byte> Waiting => _buffer.AsSpan(_read.._written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, SmallestRoom));
        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Moves as much as fits to the reader.</summary>
    public int MoveTo(Span<byte> reader)
    {
        var count = Math.Min(reader.Length, _written - _read);
        Waiting[..count].CopyTo(reader);
        _read += count;
        if (IsEmpty)
        {
            Clear();
        }

        return count;
    }

    public void Clear() => _read = _written = 0;

    public void Dispose()
    {
        Clear();
        Return(_buffer);
        _buffer = [];
    }

    private void MakeRoom(int size)
    {
        if (_buffer.Length - _written >= size)
        {
            return;
        }

        var waiting = Waiting;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(waiting.Length + size, Math.Min(2 * _buffer.Length, waiting.Length * 2 + size)));
        waiting.CopyTo(larger);
        _written = waiting.Length;
        _read = 0;
        Return(_buffer);
        _buffer = larger;
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
