using System.Buffers;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>
/// Reads the strings of a script, put together where a plus stands between them, and judges the addresses in them by what is
/// done with them.
/// </summary>
internal ref struct LiteralReading
{
    public const int RoomNeeded = Joined + Decoded + HostRoom;

    private const int Joined = 512;
    private const int Decoded = 2048;
    private const int HostRoom = 256;

    // Long literals are decoded in pieces that overlap by as much as an address that matters is long.
    private const int Overlap = 256;

    private static readonly SearchValues<byte> FileNameBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_"u8);

    // What an address has, or what may hide it.
    private static readonly SearchValues<byte> Telling = SearchValues.Create("./\\%"u8);

    private readonly TrackerJudge _judge;
    private readonly Span<byte> _joined;
    private readonly Span<byte> _decoded;
    private readonly Span<byte> _host;

    private ReadOnlySpan<byte> _literal;
    private int _joinedLength;
    private bool _open;
    private bool _plus;
    private bool _isPiece;
    private bool _onlyLookedAt;
    private bool _inArray;
    private byte _markBefore;
    private Callee _callee;

    public LiteralReading(TrackerJudge judge, Span<byte> room)
    {
        _judge = judge;
        _joined = room[..Joined];
        _decoded = room.Slice(Joined, Decoded);
        _host = room[(Joined + Decoded)..];
    }

    /// <summary>To be told every token before anything else is done with it: it may show what is done with the literal before it.</summary>
    public void Before(in ScriptLexer token, ref ScriptStatement statement)
    {
        if (!_open)
        {
            return;
        }

        var isLiteral = token.Kind is TokenKind.String or TokenKind.Template;
        if (!_plus && token.Mark == (byte)'+')
        {
            _plus = true;
            return;
        }

        if (_plus && isLiteral)
        {
            return;
        }

        _open = false;
        var followed = _plus ? (byte)'+' : token.Mark;
        _plus = false;
        JudgeLiteral(followed, ref statement);
    }

    /// <summary>Takes the literal that was just read.</summary>
    public void Take(in ScriptLexer token, in ScriptScopes scopes)
    {
        if (_open && _plus && _joinedLength + _literal.Length + token.Text.Length <= Joined)
        {
            if (_joinedLength == 0)
            {
                _literal.CopyTo(_joined);
                _joinedLength = _literal.Length;
            }

            token.Text.CopyTo(_joined[_joinedLength..]);
            _joinedLength += token.Text.Length;
            _literal = _joined[.._joinedLength];
            _plus = false;
            return;
        }

        _open = true;
        _plus = false;
        _joinedLength = 0;
        _literal = token.Text;
        _markBefore = scopes.Mark;
        _callee = scopes.Callee;
        _isPiece = scopes.Mark == (byte)'+';
        _inArray = scopes.InArray;
        _onlyLookedAt = scopes.AfterCase
            || scopes.Callee is Callee.Looker or Callee.Head
            || (scopes.Callee == Callee.Opener && scopes.Mark == (byte)'(')
            || (scopes.Mark == (byte)'=' && scopes.MarkBefore is (byte)'=' or (byte)'!')
            || (scopes.Mark is (byte)'=' or (byte)':' && scopes.LastNameIsHref);
    }

    private void JudgeLiteral(byte followed, ref ScriptStatement statement)
    {
        if (_literal.Length < 4 || !_literal.ContainsAny(Telling))
        {
            return;
        }

        var isKey = followed == (byte)':' && _markBefore is (byte)'{' or (byte)',';
        var lookedAt = _onlyLookedAt || isKey || followed is (byte)'=' or (byte)'!';
        if (!ScriptLiteral.IsEscaped(_literal))
        {
            JudgeText(_literal, followed, lookedAt, ref statement);
            return;
        }

        for (var rest = _literal; ;)
        {
            var written = ScriptLiteral.Decode(rest, _decoded, out var read);
            JudgeText(_decoded[..written], followed, lookedAt, ref statement);
            if (read >= rest.Length)
            {
                return;
            }

            rest = rest[Math.Max(read - Overlap, 1)..];
        }
    }

    private readonly void JudgeText(ReadOnlySpan<byte> text, byte followed, bool lookedAt, ref ScriptStatement statement)
    {
        if (_isPiece && !lookedAt)
        {
            JudgeFileName(text, ref statement);
        }

        var urls = new TextUrls(text, _host);
        while (urls.Read())
        {
            if (urls.Host.IsEmpty && _isPiece)
            {
                continue;
            }

            if (TrackerOf(urls.Host, urls.Target) is { } tracker)
            {
                statement.Addressed.Add(tracker);
                var isListed = _inArray && urls.Host.Length == text.Length;
                statement.ListsHost |= isListed;
                if (!lookedAt && !isListed)
                {
                    statement.HasAddress = true;
                    statement.HandsAddressOver |= _callee is Callee.Other or Callee.Opener && followed is (byte)',' or (byte)')' or (byte)'+'
                        && _markBefore is (byte)'(' or (byte)',';
                }
            }
        }
    }

    // "base + 'matomo.js'": whatever host it is put behind, a copy of a tracker's file is known by its name.
    private readonly void JudgeFileName(ReadOnlySpan<byte> text, ref ScriptStatement statement)
    {
        var name = text.TrimStart((byte)'/');
        var length = name.IndexOfAnyExcept(FileNameBytes);
        name = length < 0 ? name : name[..length];
        if (name.Length is < 5 or >= HostRoom - 1 || !(name.EndsWith(".js"u8) || name.EndsWith(".php"u8)))
        {
            return;
        }

        _host[0] = (byte)'/';
        name.CopyTo(_host[1..]);
        if (TrackerOf(default, _host[..(name.Length + 1)]) is { } tracker)
        {
            statement.Addressed.Add(tracker);
            statement.HasAddress = true;
        }
    }

    private readonly Tracker? TrackerOf(ReadOnlySpan<byte> host, ReadOnlySpan<byte> target)
    {
        var verdict = _judge.OfRequest(host, target, RequestKind.Script);
        if (verdict.Kind == VerdictKind.Unclassified)
        {
            verdict = _judge.OfRequest(host, target, RequestKind.Image);
        }

        return verdict.Kind == VerdictKind.Tracker ? verdict.Tracker : null;
    }
}
