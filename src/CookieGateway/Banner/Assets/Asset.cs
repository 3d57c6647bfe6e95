using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CookieGateway.Banner.Assets;

/// <summary>A file for browsers, in memory, compressed once.</summary>
public sealed class Asset
{
    private const int HashDigits = 16;

    public Asset(string name, string text)
    {
        Name = name;
        Bytes = Encoding.UTF8.GetBytes(text);
        Hash = HashOf([text]);
        Brotli = Compress(output => new BrotliStream(output, CompressionLevel.SmallestSize));
        Gzip = Compress(output => new GZipStream(output, CompressionLevel.SmallestSize));
    }

    public string Name { get; }

    /// <summary>Changes with the content: an address that carries it may be kept for ever.</summary>
    public string Hash { get; }

    public string ContentType => Path.GetExtension(Name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    public ReadOnlyMemory<byte> Bytes { get; }

    public ReadOnlyMemory<byte> Brotli { get; }

    public ReadOnlyMemory<byte> Gzip { get; }

    /// <summary>One hash for several texts.</summary>
    public static string HashOf(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))))[..HashDigits];

    private byte[] Compress(Func<Stream, Stream> into)
    {
        using var output = new MemoryStream();
        using (var compressor = into(output))
        {
            compressor.Write(Bytes.Span);
        }

        return output.ToArray();
    }
}
