using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>
/// noscript is raw text for a browser that runs scripts, and markup for one that does not. Here it is both: its end is where the raw
/// text ends, whatever stands around it, and what lies before is read as markup. Nothing that is open there may reach beyond the end,
/// or the two browsers would disagree about all that follows: it is closed, or made text.
/// </content>
public sealed partial class HtmlRewriter<TPage>
{
    private static readonly byte[] NoscriptName = "noscript"u8.ToArray();
    private readonly ByteBuffer _noscriptTail = new();
    private TextEndScanner _noscriptEnd;
    private bool _noscriptBegins;
    private bool _removalCameBefore;
    private int _foreignDepthBefore;

    private bool StopsAtNoscript => _noscriptBegins;

    private void EnterNoscript()
    {
        _noscriptBegins = false;
        _inNoscript = true;
        _noscriptEnd.Start(TextKind.RawText, NoscriptName);
        _removalCameBefore = _removal.IsActive;
        _foreignDepthBefore = _foreign.Depth;
    }

    /// <summary>Takes the piece up to the noscript's end, and says what is left of it.</summary>
    private ReadOnlySpan<byte> WriteInNoscript(ReadOnlySpan<byte> piece)
    {
        while (_noscriptTail.Length > 0 && !piece.IsEmpty)
        {
            _noscriptTail.Append(piece[0]);
            piece = piece[1..];
            var decided = 0;
            var found = _noscriptEnd.TryFindEnd(_noscriptTail.Span, ref decided);
            Read(_noscriptTail.Span[..decided]);
            _noscriptTail.RemoveStart(decided);
            if (found)
            {
                LeaveNoscript();
                Read(_noscriptTail.Span);
                _noscriptTail.Clear();
                return piece;
            }
        }

        var end = 0;
        var ends = _noscriptEnd.TryFindEnd(piece, ref end);
        Read(piece[..end]);
        if (ends)
        {
            LeaveNoscript();
            return piece[end..];
        }

        _noscriptTail.Append(piece[end..]);
        return default;
    }

    private void LeaveNoscript()
    {
        CloseConstruct();
        _inNoscript = false;
        if (!_removalCameBefore)
        {
            _removal.Clear();
        }

        if (_foreign.Depth != _foreignDepthBefore)
        {
            _foreign.MarkUncertain();
        }
    }

    /// <summary>Ends whatever the noscript's end cuts off, for the browser that reads markup here.</summary>
    private void CloseConstruct()
    {
        var dropped = _removal.IsActive;
        _tagEnd.Reset();
        if (_held.Length > 0)
        {
            CloseHeld(dropped);
        }

        if (_policy.Acts && !dropped)
        {
            EmitClosing();
        }

        _mode = Mode.Data;
    }

    private void CloseHeld(bool dropped)
    {
        if (_mode == Mode.HeldText)
        {
            ShowText(_held.Span, 0, _edit.Tag.Length, _held.Length, isClosed: false);
            PassUntil(_held.Span, _held.Length);
            _mode = Mode.Text;
        }
        else if (!dropped && _policy.Acts && _mode is Mode.Data or Mode.HeldComment)
        {
            _text.Start(TextKind.Rcdata, NoscriptName);
            EmitInert(_held.Span, default, inCData: false);
            _mode = Mode.Data;
        }
        else if (!dropped)
        {
            EmitHeldText();
        }

        _held.Clear();
    }

    /// <summary>What ends the construct that is open.</summary>
    private void EmitClosing()
    {
        switch (_mode)
        {
            case Mode.Comment when !_dropsComment:
                Emit("-->"u8);
                break;
            case Mode.BogusComment:
                Emit(">"u8);
                break;
            case Mode.CData:
                Emit("]]>"u8);
                break;
            case Mode.Text:
                Emit(_text.IsDoubleEscaped ? "--></"u8 : "</"u8);
                Emit(_text.Name);
                Emit(">"u8);
                break;
        }
    }
}
