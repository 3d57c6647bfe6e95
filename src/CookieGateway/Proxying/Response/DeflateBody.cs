using System.IO.Compression;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// The coding "deflate" means the zlib format (RFC 9110, 8.4.1.2), and some servers send bare deflate under the name. The first two
/// bytes tell which it is.
/// </summary>
internal sealed class DeflateBody(Stream body) : ReadOnlyStream
{
    private readonly byte[] _head = new byte[2];
    private Stream? _decoder;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_decoder is null)
        {
            var count = await body.ReadAtLeastAsync(_head, _head.Length, throwOnEndOfStream: false, cancellationToken);
            var whole = new PrefixedStream(_head.AsMemory(0, count), body);
            _decoder = IsZlib(_head)
                ? new ZLibStream(whole, CompressionMode.Decompress)
                : new DeflateStream(whole, CompressionMode.Decompress);
        }

        return await _decoder.ReadAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _decoder?.Dispose();
        body.Dispose();
        base.Dispose(disposing);
    }

    // RFC 1950, 2.2: the method is 8, and the two bytes as a number are a multiple of 31.
    private static bool IsZlib(ReadOnlySpan<byte> head) => (head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0;
}
