using System.Buffers;
using CookieGateway.Proxying.Response.Holding;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// Step 9: the rewritten page as a stream that YARP copies to the visitor. Each read takes what the origin has sent so far and gives what can
/// be said of it, so a page that is flushed in parts arrives in parts. An exception leaves YARP no choice but to cut the connection.
/// </summary>
internal sealed class PageStream : ReadOnlyStream
{
    private const int PieceBytes = 16 * 1024;

    private readonly Stream _origin;
    private readonly PageRewrite _rewrite;
    private readonly PageText _text;
    private readonly PendingBytes _page = new();
    private readonly PendingBytes _coded = new();
    private readonly Stream? _encoder;
    private byte[] _piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
    private bool _begun;
    private bool _ended;

    /// <param name="origin">The page, decoded.</param>
    /// <param name="page">What the rewriting has to know.</param>
    /// <param name="coding">The coding for the visitor; null for none.</param>
    /// <param name="transcoded">Called before the first byte is out, where the page becomes UTF-8 on its way.</param>
    public PageStream(Stream origin, PageContext page, string? coding, Action transcoded)
    {
        _origin = origin;
        _rewrite = PageRewrite.Begin(page, _page);
        _text = new PageText(_rewrite, page.Charset, transcoded);
        _encoder = coding is null ? null : PageEncoder.Encode(coding, new PendingBytesWriter(_coded));
    }

    private PendingBytes Ready => _encoder is null ? _page : _coded;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (Ready.IsEmpty && !_ended && !buffer.IsEmpty)
        {
            var count = await _origin.ReadAtLeastAsync(
                _piece, _begun ? 1 : PageText.BytesToBeginWith, throwOnEndOfStream: false, cancellationToken);
            Rewrite(count);
            Encode();
        }

        return Ready.MoveTo(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _piece.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_piece);
            _piece = [];
            _rewrite.Dispose();
            _encoder?.Dispose();
            _page.Dispose();
            _coded.Dispose();
            _origin.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Rewrite(int count)
    {
        var piece = _piece.AsSpan(0, count);
        if (!_begun)
        {
            _begun = true;
            _text.Begin(piece);
        }
        else if (count > 0)
        {
            _text.Write(piece);
        }

        if (count == 0)
        {
            _ended = true;
            _text.End();
        }
    }

    private void Encode()
    {
        if (_encoder is null)
        {
            return;
        }

        _encoder.Write(_page.Waiting);
        _page.Clear();
        if (_ended)
        {
            _encoder.Dispose();
        }
        else
        {
            // What the origin has flushed, the visitor shall see; a coder would keep it for a better ratio.
            _encoder.Flush();
        }
    }
}
