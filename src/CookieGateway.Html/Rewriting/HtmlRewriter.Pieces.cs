namespace CookieGateway.Html.Rewriting;

/// <content>
/// Pieces: a page arrives cut anywhere. The rewriter reads each piece where it lies; only a construct that the cut goes through is kept,
/// and read on as the next piece brings its rest.
/// </content>
public sealed partial class HtmlRewriter<TPage>
{
    /// <summary>How much of the next piece is added at a time to what is held: a tag is shorter than this, as a rule.</summary>
    private const int Step = 2048;

    private bool _undecided;
    private bool _inNoscript;

    /// <summary>Reads until the piece is used up or a noscript has begun; says how far it came.</summary>
    private int Read(ReadOnlySpan<byte> piece)
    {
        var at = _held.Length > 0 ? ReadHeld(piece) : 0;
        if (at < piece.Length && !StopsAtNoscript)
        {
            at = ReadConstructs(piece, at, piece.Length);
            if (_undecided)
            {
                Hold(piece[at..]);
                at = piece.Length;
            }
        }

        if (StopsAtNoscript)
        {
            EnterNoscript();
        }

        return at;
    }

    /// <summary>
    /// Adds to what is held, step by step, until the construct that was cut is whole. The rest of a step is then read from the piece itself.
    /// </summary>
    private int ReadHeld(ReadOnlySpan<byte> piece)
    {
        var at = 0;
        while (at < piece.Length)
        {
            var before = _held.Length;
            _held.Append(piece.Slice(at, Math.Min(Step, piece.Length - at)));
            at += _held.Length - before;

            var done = ReadConstructs(_held.Span, 0, before);
            if (done >= before)
            {
                // What follows the cut construct lies in the piece as well.
                at -= _held.Length - done;
                _held.Clear();
                _undecided = false;
                return at;
            }

            _held.RemoveStart(done);
            CheckLimit();
        }

        return at;
    }

    private void Hold(ReadOnlySpan<byte> rest)
    {
        _held.Append(rest);
        CheckLimit();
    }

    /// <summary>Reads constructs from <paramref name="at"/> on, until one ends at or behind <paramref name="until"/>, or cannot be decided.</summary>
    private int ReadConstructs(ReadOnlySpan<byte> piece, int at, int until)
    {
        _passed = at;
        _undecided = false;
        while (at < until && !_undecided && !StopsAtNoscript)
        {
            at = _mode switch
            {
                Mode.Data => ReadData(piece, at, until),
                Mode.Text => ReadText(piece, at),
                Mode.HeldText => ReadHeldText(piece, at),
                Mode.Comment => ReadComment(piece, at),
                Mode.HeldComment => ReadHeldComment(piece, at),
                Mode.BogusComment => ReadBogusComment(piece, at),
                Mode.CData => ReadCData(piece, at),
                Mode.LongTag => ReadLongTag(piece, at),
                _ => piece.Length,
            };
        }

        PassUntil(piece, at);
        return at;
    }

    private int Undecided(int at)
    {
        _undecided = true;
        return at;
    }
}
