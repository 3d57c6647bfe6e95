using System.Buffers;
using CookieGateway.Html.Encodings;
using CookieGateway.Proxying.Response.Holding;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// The bytes of a page on their way into the rewriter. Where markup cannot be found by its bytes (UTF-16, ISO-2022-JP) they become UTF-8
/// first: passed on as they are, a browser would read in them what the rewriter did not.
/// </summary>
/// <param name="rewrite">The rewriter.</param>
/// <param name="charset">What the Content-Type says; null when it says nothing.</param>
/// <param name="transcoded">Called before the first byte is out: the page has to be sent as UTF-8.</param>
internal sealed class PageText(PageRewrite rewrite, string? charset, Action transcoded)
{
    /// <summary>A byte order mark is no longer, and it counts for more than any header.</summary>
    public const int BytesToBeginWith = 3;

    private readonly ArrayBufferWriter<byte> _utf8 = new();
    private Utf8Transcoder? _transcoder;

    public void Begin(ReadOnlySpan<byte> beginning)
    {
        var kind = EncodingDetector.Detect(beginning, charset).Kind;
        if (kind is EncodingKind.Utf16LittleEndian or EncodingKind.Utf16BigEndian or EncodingKind.Iso2022Jp)
        {
            _transcoder = new Utf8Transcoder(kind);
            transcoded();
        }

        Write(beginning);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_transcoder is null)
        {
            rewrite.Write(bytes);
        }
        else
        {
            Transcode(bytes, isLast: false);
        }
    }

    public void End()
    {
        if (_transcoder is not null)
        {
            Transcode([], isLast: true);
        }

        rewrite.End();
    }

    private void Transcode(ReadOnlySpan<byte> bytes, bool isLast)
    {
        _transcoder!.Write(bytes, _utf8, isLast);
        rewrite.Write(_utf8.WrittenSpan);
        _utf8.ResetWrittenCount();
    }
}
