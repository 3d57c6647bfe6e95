using System.Buffers;

namespace CookieGateway.Benchmarks;

/// <summary>Takes a page's output into the same memory again and again.</summary>
internal sealed class Sink : IBufferWriter<byte>
{
    private readonly byte[] _bytes = new byte[16 << 20];
    private int _length;

    public Sink Clear()
    {
        _length = 0;
        return this;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.AsMemory(_length);

    public Span<byte> GetSpan(int sizeHint = 0) => _bytes.AsSpan(_length);
}
