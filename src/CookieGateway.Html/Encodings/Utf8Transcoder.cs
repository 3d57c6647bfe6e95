using System.Buffers;
using System.Text;

namespace CookieGateway.Html.Encodings;

/// <summary>
/// Turns a page that the rewriter cannot read as it is into UTF-8, piece by piece. The page then has to be served with
/// <c>charset=utf-8</c> in its Content-Type, which counts for more than a meta element. What cannot be read becomes U+FFFD.
/// </summary>
public sealed class Utf8Transcoder
{
    private readonly Decoder _decoder;
    private readonly char[] _characters = new char[2048];
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();

    /// <summary>For UTF-16 and ISO-2022-JP; any other kind has no need of it.</summary>
    public Utf8Transcoder(EncodingKind kind) => _decoder = kind switch
    {
        EncodingKind.Utf16LittleEndian => Encoding.Unicode.GetDecoder(),
        EncodingKind.Utf16BigEndian => Encoding.BigEndianUnicode.GetDecoder(),
        EncodingKind.Iso2022Jp => CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")!.GetDecoder(),
        _ => throw new ArgumentException($"A page of the kind {kind} is not to be transcoded: pass it on as it is, or refuse it."),
    };

    /// <summary>Transcodes the next bytes, cut anywhere; with <paramref name="isLast"/> also what a cut character has left behind.</summary>
    public void Write(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output, bool isLast)
    {
        ArgumentNullException.ThrowIfNull(output);
        bool done;
        do
        {
            _decoder.Convert(bytes, _characters, isLast, out var read, out var made, out done);
            bytes = bytes[read..];
            var room = output.GetSpan(made * 3 + 3);
            _encoder.Convert(_characters.AsSpan(0, made), room, isLast && done, out _, out var written, out _);
            output.Advance(written);
        }
        while (!done);
    }
}
