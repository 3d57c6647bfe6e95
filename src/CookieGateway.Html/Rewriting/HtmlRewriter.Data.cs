using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>https://html.spec.whatwg.org/#data-state and what a <c>&lt;</c> in it can open.</content>
public sealed partial class HtmlRewriter<TPage>
{
    private int ReadData(ReadOnlySpan<byte> piece, int at, int until)
    {
        while (at < until)
        {
            if (IsCalm)
            {
                var isForeign = _foreign.IsActive;
                at = isForeign ? SkimSvg(piece, at, until) : Skim(piece, at, until);
                if (at >= until)
                {
                    return at;
                }

                if (isForeign != _foreign.IsActive)
                {
                    continue;
                }
            }

            var open = ByteScan.Find(piece, at, (byte)'<');
            if (open != at)
            {
                var end = open < 0 ? piece.Length : open;
                ReadDataText(piece, at, end);
                at = end;
                if (open < 0)
                {
                    return at;
                }
            }

            at = ReadOpening(piece, at);
            if (_undecided || _mode != Mode.Data || StopsAtNoscript)
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>https://html.spec.whatwg.org/#tag-open-state</summary>
    private int ReadOpening(ReadOnlySpan<byte> piece, int at)
    {
        if (at + 1 == piece.Length)
        {
            return Undecided(at);
        }

        var b = piece[at + 1];
        if (ByteClass.IsLetter(b))
        {
            return ReadStartTag(piece, at);
        }

        switch (b)
        {
            case (byte)'/':
                return ReadEndTagOpening(piece, at);
            case (byte)'!':
                return ReadDeclaration(piece, at);
            case (byte)'?':
                _mode = Mode.BogusComment;
                return at + 2;
            default:
                ReadDataText(piece, at, at + 1);
                return at + 1;
        }
    }

    /// <summary>https://html.spec.whatwg.org/#end-tag-open-state</summary>
    private int ReadEndTagOpening(ReadOnlySpan<byte> piece, int at)
    {
        if (at + 2 == piece.Length)
        {
            return Undecided(at);
        }

        var b = piece[at + 2];
        if (ByteClass.IsLetter(b))
        {
            return ReadEndTag(piece, at);
        }

        // "</>" is nothing at all.
        _mode = b == '>' ? Mode.Data : Mode.BogusComment;
        return b == '>' ? at + 3 : at + 2;
    }

    /// <summary>
    /// https://html.spec.whatwg.org/#markup-declaration-open-state. A doctype ends where a bogus comment would: at the first
    /// <c>&gt;</c>, even within its quoted identifiers.
    /// </summary>
    private int ReadDeclaration(ReadOnlySpan<byte> piece, int at)
    {
        var rest = piece[at..];
        if (rest.StartsWith("<!--"u8))
        {
            return ReadCommentOpening(at);
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            return ReadCDataOpening(piece, at);
        }

        if ("<!--"u8.StartsWith(rest) || "<![CDATA["u8.StartsWith(rest))
        {
            return Undecided(at);
        }

        _mode = Mode.BogusComment;
        return at + 2;
    }

    private void ReadDataText(ReadOnlySpan<byte> piece, int at, int end)
    {
        var handlers = _policy.TextHandlers;
        if (handlers.Length == 0 || _removal.IsActive)
        {
            return;
        }

        var text = piece[at..end];
        _edit.Begin();
        for (var i = 0; i < handlers.Length && !_edit.Removed; i++)
        {
            handlers[i](_page, new TextPiece(text, _edit));
        }

        if (_edit.Removed || _edit.Before.Length > 0)
        {
            PassUntil(piece, at);
            Emit(_edit.Before.Span);
            _passed = _edit.Removed ? end : at;
        }
    }
}
