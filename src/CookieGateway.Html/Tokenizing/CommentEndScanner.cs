namespace CookieGateway.Html.Tokenizing;

/// <summary>Finds the end of a comment, whose bytes after <c>&lt;!--</c> arrive in pieces.</summary>
internal struct CommentEndScanner
{
    /// <summary>How many bytes of the comment came before the present piece; more than three need not be told apart.</summary>
    private int _before;
    private byte _last;
    private byte _lastButOne;
    private byte _lastButTwo;

    /// <summary>Begins behind <c>&lt;!--</c>, whose dashes count for <c>&lt;!--&gt;</c> and <c>&lt;!---&gt;</c>.</summary>
    public void Start()
    {
        _before = 0;
        _last = _lastButOne = (byte)'-';
        _lastButTwo = 0;
    }

    /// <summary>
    /// Looks for the end from <paramref name="at"/> on. True: <paramref name="at"/> is behind the comment's <c>&gt;</c>.
    /// False: it does not end in this piece, and <paramref name="at"/> is the piece's end.
    /// </summary>
    public bool TryFindEnd(ReadOnlySpan<byte> piece, ref int at)
    {
        while (true)
        {
            var close = piece[at..].IndexOf((byte)'>');
            if (close < 0)
            {
                at = piece.Length;
                return false;
            }

            at += close + 1;
            if (EndsBefore(piece, at - 1))
            {
                return true;
            }
        }
    }

    /// <summary>Says that the next piece follows this one, of which nothing comes again.</summary>
    public void Continue(ReadOnlySpan<byte> piece)
    {
        foreach (var b in piece[^Math.Min(piece.Length, 3)..])
        {
            (_lastButTwo, _lastButOne, _last) = (_lastButOne, _last, b);
        }

        _before = Math.Min(_before + piece.Length, 3);
    }

    /// <summary>
    /// https://html.spec.whatwg.org/#comment-end-state, https://html.spec.whatwg.org/#comment-end-bang-state (whose dashes have to be
    /// the comment's own), https://html.spec.whatwg.org/#comment-start-dash-state.
    /// </summary>
    private readonly bool EndsBefore(ReadOnlySpan<byte> piece, int at)
    {
        var last = Back(piece, at - 1);
        var lastButOne = Back(piece, at - 2);
        if (last == '-')
        {
            return lastButOne == '-';
        }

        return last == '!' && lastButOne == '-' && Back(piece, at - 3) == '-' && _before + at >= 3;
    }

    private readonly byte Back(ReadOnlySpan<byte> piece, int at) => at switch
    {
        >= 0 => piece[at],
        -1 => _last,
        -2 => _lastButOne,
        _ => _lastButTwo,
    };
}
