using System.IO.Compression;
using System.Net.Http.Headers;

namespace CookieGateway.Proxying.Response;

/// <summary>How the bytes of a body are coded, as far as the gateway reads it.</summary>
internal sealed class BodyCoding
{
    private readonly Func<Stream, Stream> _decode;

    private BodyCoding(string name, Func<Stream, Stream> decode)
    {
        Name = name;
        _decode = decode;
    }

    public static BodyCoding Identity { get; } = new("identity", body => body);

    private static BodyCoding Gzip { get; } = new("gzip", body => new GZipStream(body, CompressionMode.Decompress));

    private static BodyCoding Brotli { get; } = new("br", body => new BrotliStream(body, CompressionMode.Decompress));

    private static BodyCoding Deflate { get; } = new("deflate", body => new DeflateBody(body));

    public string Name { get; }

    /// <summary>The coding that the header names; null when the gateway cannot read it.</summary>
    public static BodyCoding? Of(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Encoding", out var values))
        {
            return Identity;
        }

        return values.ToString().Trim().ToLowerInvariant() switch
        {
            "" or "identity" => Identity,
            "gzip" or "x-gzip" => Gzip,
            "br" => Brotli,
            "deflate" => Deflate,
            _ => null,
        };
    }

    public Stream Decode(Stream body) => _decode(body);
}
