using System.Buffers;

namespace CookieGateway.Html.Rewriting;

/// <summary>A growing run of bytes that is kept from page to page, so that a page in steady state allocates nothing.</summary>
internal sealed class ByteBuffer : IBufferWriter<byte>
{
    [ThreadStatic]
    private static ByteBuffer? _spare;

    private const int KeptBetweenPages = 1 << 20;
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>The same bytes, to be changed in place.</summary>
    public Span<byte> Writable => _bytes.AsSpan(0, Length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    public void Append(byte b)
    {
        GetSpan(1)[0] = b;
        Length++;
    }

    /// <summary>Appends characters as ASCII; whatever is not ASCII becomes a numeric character reference.</summary>
    public void AppendAscii(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                Append((byte)rune.Value);
            }
            else
            {
                Append("&#x"u8);
                rune.Value.TryFormat(GetSpan(8), out var digits, "X", null);
                Length += digits;
                Append((byte)';');
            }
        }
    }

    /// <summary>An empty buffer for a short while; given back, it serves the next.</summary>
    public static ByteBuffer Rent()
    {
        var buffer = _spare ?? new ByteBuffer();
        _spare = null;
        return buffer;
    }

    public void GiveBack()
    {
        Reset();
        _spare = this;
    }

    public void RemoveStart(int count) => RemoveRange(0, count);

    public void RemoveRange(int start, int count)
    {
        _bytes.AsSpan(start + count, Length - start - count).CopyTo(_bytes.AsSpan(start));
        Length -= count;
    }

    public void Truncate(int length) => Length = length;

    public void Clear() => Length = 0;

    /// <summary>Empties the buffer between two pages and gives back what an unusual page made it grow to.</summary>
    public void Reset()
    {
        Length = 0;
        if (_bytes.Length > KeptBetweenPages)
        {
            _bytes = [];
        }
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - Length < more)
        {
            Array.Resize(ref _bytes, Math.Max(Math.Max(_bytes.Length * 2, 256), Length + more));
        }
    }
}
