using System.Buffers;
using System.Buffers.Text;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>What stands in an address of the kind <c>data:</c> or <c>javascript:</c>, decoded. https://fetch.spec.whatwg.org/#data-urls</summary>
internal readonly ref struct DataText
{
    // More than this is no snippet. It passes, and the guard sees what its code does.
    private const int Longest = 256 * 1024;

    private readonly byte[]? _rented;

    private DataText(byte[]? rented, int length)
    {
        _rented = rented;
        Bytes = rented.AsSpan(0, length);
    }

    /// <summary>Empty where it cannot be read.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Reads what stands behind the comma of a data address.</summary>
    public static DataText Of(ReadOnlySpan<byte> address)
    {
        address = address.IndexOf((byte)'#') is >= 0 and var fragment ? address[..fragment] : address;
        var comma = address.IndexOf((byte)',');
        return comma < 0 ? default : Decode(address[(comma + 1)..], address[..comma].TrimEnd((byte)' ').EndsWith(";base64"u8));
    }

    /// <summary>Reads code that stands in an address as it is.</summary>
    public static DataText OfCode(ReadOnlySpan<byte> escaped) => Decode(escaped, isBase64: false);

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private static DataText Decode(ReadOnlySpan<byte> data, bool isBase64)
    {
        if (data.Length > Longest)
        {
            return default;
        }

        var text = ArrayPool<byte>.Shared.Rent(data.Length);
        var length = Unescape(data, text);
        if (isBase64 && Base64.DecodeFromUtf8InPlace(text.AsSpan(0, length), out length) != OperationStatus.Done)
        {
            length = 0;
        }

        return new DataText(text, length);
    }

    private static int Unescape(ReadOnlySpan<byte> data, Span<byte> to)
    {
        var written = 0;
        for (var at = 0; at < data.Length; at++)
        {
            if (data[at] == (byte)'%' && at + 2 < data.Length
                && Utf8Parser.TryParse(data.Slice(at + 1, 2), out byte value, out var read, 'x') && read == 2)
            {
                to[written++] = value;
                at += 2;
            }
            else
            {
                to[written++] = data[at];
            }
        }

        return written;
    }
}
