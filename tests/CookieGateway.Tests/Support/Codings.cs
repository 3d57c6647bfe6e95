using System.IO.Compression;
using System.Text;

namespace CookieGateway.Tests.Support;

/// <summary>Texts as an origin compresses them.</summary>
internal static class Codings
{
    public static byte[] Gzip(string text) => Code(text, output => new GZipStream(output, CompressionLevel.Optimal));

    public static byte[] Brotli(string text) => Code(text, output => new BrotliStream(output, CompressionLevel.Fastest));

    public static byte[] Zlib(string text) => Code(text, output => new ZLibStream(output, CompressionLevel.Optimal));

    public static byte[] BareDeflate(string text) => Code(text, output => new DeflateStream(output, CompressionLevel.Optimal));

    /// <summary>The text of a body in a coding; null stands for none.</summary>
    public static string Decode(byte[] body, string? coding)
    {
        using var input = new MemoryStream(body);
        using Stream decoder = coding switch
        {
            "gzip" => new GZipStream(input, CompressionMode.Decompress),
            "br" => new BrotliStream(input, CompressionMode.Decompress),
            _ => input,
        };
        using var reader = new StreamReader(decoder, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Code(string text, Func<Stream, Stream> coder)
    {
        using var output = new MemoryStream();
        using (var stream = coder(output))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray();
    }
}
