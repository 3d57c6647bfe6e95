using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <content>Comments, bogus comments, CDATA sections. They stream by, unless a handler wants whole comments.</content>
public sealed partial class HtmlRewriter<TPage>
{
    private CommentEndScanner _commentEnd;
    private int _commentScanned;
    private bool _dropsComment;

    private int ReadCommentOpening(int at)
    {
        _commentEnd.Start();
        _commentScanned = 0;
        var held = _policy.CommentHandlers.Length > 0 && !_removal.IsActive;
        _mode = held ? Mode.HeldComment : Mode.Comment;
        return held ? at : at + 4;
    }

    private int ReadComment(ReadOnlySpan<byte> piece, int at)
    {
        var begin = at;
        var comment = piece[begin..];
        var end = 0;
        if (_commentEnd.TryFindEnd(comment, ref end))
        {
            _mode = Mode.Data;
        }
        else
        {
            _commentEnd.Continue(comment);
        }

        if (_dropsComment)
        {
            PassUntil(piece, begin);
            _passed = begin + end;
            _dropsComment = _mode == Mode.Comment;
        }

        return begin + end;
    }

    /// <summary>A comment that a handler wants to see; <paramref name="at"/> is its <c>&lt;</c>.</summary>
    private int ReadHeldComment(ReadOnlySpan<byte> piece, int at)
    {
        var comment = piece[at..];
        var inner = comment[4..];
        var end = _commentScanned;
        if (!_commentEnd.TryFindEnd(inner, ref end))
        {
            _commentScanned = end;
            return Undecided(at);
        }

        _mode = Mode.Data;
        end += 4;
        _edit.Begin();
        var handlers = _policy.CommentHandlers;
        for (var i = 0; i < handlers.Length && !_edit.Removed; i++)
        {
            handlers[i](_page, new Comment(comment[..end], _edit));
        }

        if (_edit.Removed)
        {
            PassUntil(piece, at);
            Emit(_edit.Before.Span);
            _passed = at + end;
        }

        return at + end;
    }

    /// <summary>https://html.spec.whatwg.org/#bogus-comment-state</summary>
    private int ReadBogusComment(ReadOnlySpan<byte> piece, int at)
    {
        var end = piece[at..].IndexOf((byte)'>');
        if (end < 0)
        {
            return piece.Length;
        }

        _mode = Mode.Data;
        return at + end + 1;
    }

    /// <summary>
    /// Outside of SVG and MathML it is a bogus comment. Where that is a guess, the <c>&lt;</c> becomes text: the section's end would
    /// be another one in each of the two readings.
    /// </summary>
    private int ReadCDataOpening(ReadOnlySpan<byte> piece, int at)
    {
        if (_foreign.IsUncertain && _policy.Acts)
        {
            PassUntil(piece, at);
            Emit("&lt;"u8);
            _passed = at + 1;
            return at + 1;
        }

        _mode = _foreign.AllowsCData ? Mode.CData : Mode.BogusComment;
        return at + "<![CDATA["u8.Length;
    }

    /// <summary>https://html.spec.whatwg.org/#cdata-section-state</summary>
    private int ReadCData(ReadOnlySpan<byte> piece, int at)
    {
        var end = piece[at..].IndexOf("]]>"u8);
        if (end >= 0)
        {
            _mode = Mode.Data;
            return at + end + 3;
        }

        // Up to two brackets may belong to the end.
        var open = piece.Length;
        while (open > at && open > piece.Length - 2 && piece[open - 1] == ']')
        {
            open--;
        }

        return open == piece.Length ? open : Undecided(open);
    }
}
