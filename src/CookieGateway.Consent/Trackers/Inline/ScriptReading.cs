using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>Reads a script once, statement by statement of its top level, and notes what each has to do with trackers.</summary>
internal ref struct ScriptReading
{
    /// <summary>How many bytes of room a reading needs.</summary>
    public const int RoomNeeded = LiteralReading.RoomNeeded;

    // A statement that names a tracker's address belongs to the tracker that the script loads, unless it is a whole program.
    private const int LongestSetting = 4096;

    private readonly TrackerJudge _judge;
    private ScriptLexer _token;
    private StatementEnds _ends;
    private ScriptScopes _scopes;
    private LiteralReading _literals;
    private ScriptStatement _statement;
    private ScriptFindings _found;
    private NamedAddresses _named;
    private bool _inTrackersName;
    private bool _nameOpen;
    private bool _finds;

    public ScriptReading(ReadOnlySpan<byte> text, TrackerJudge judge, Span<byte> room)
    {
        _judge = judge;
        _token = new ScriptLexer(text);
        _literals = new LiteralReading(judge, room);
    }

    public ScriptFindings ToEnd()
    {
        while (_token.Read())
        {
            var begins = _scopes.Depth == 0 && _ends.BeginsNew(_token);
            if (begins)
            {
                CloseStatement();
                _statement.Start = _token.Start;
                _scopes.BeginStatement();
            }

            _literals.Before(_token, ref _statement);
            Note();
            _scopes.Took(_token, _inTrackersName);
            _ends.Took(_token, begins);
            _statement.End = _token.End;
            _statement.Tokens++;
        }

        _literals.Before(_token, ref _statement);
        CloseStatement();
        return _found;
    }

    private void Note()
    {
        switch (_token.Kind)
        {
            case TokenKind.Name:
                NoteName();
                break;
            case TokenKind.String or TokenKind.Template:
                _literals.Take(_token, _scopes);
                _statement.PageWork += (_finds && _scopes.Mark == (byte)'(') || PageMarkup.Is(_token.Text) ? 1 : 0;
                _inTrackersName = false;
                break;
            case TokenKind.Punctuator when _token.Mark == (byte)'(':
                _statement.CallsOthers |= _scopes.CallsSomething && !_inTrackersName;
                break;
            case TokenKind.Punctuator when _token.Mark == (byte)'.':
                break;
            case TokenKind.Punctuator when _token.Mark == (byte)';':
                _found.IsBroken |= _scopes.ForbidsSemicolon;
                _inTrackersName = false;
                break;
            case TokenKind.Punctuator when _token.Mark == (byte)'=' && _nameOpen && _scopes.Depth == 0:
                _statement.Name = _scopes.LastRoot;
                _nameOpen = false;
                _inTrackersName = false;
                break;
            default:
                _inTrackersName = false;
                break;
        }
    }

    private void NoteName()
    {
        var name = _token.Text;
        _finds = (_token.Traits & WordTraits.Finder) != 0;
        _statement.CanLoad |= (_token.Traits & WordTraits.Loader) != 0;
        _nameOpen |= _statement.Tokens == 0;

        // "['https:', '', host, path].join('/')": an address in pieces.
        _statement.HasAddress |= _statement.ListsHost && _scopes.AfterArray && (_token.Traits & WordTraits.Join) != 0;
        if (_scopes.AfterOwner)
        {
            return;
        }

        _inTrackersName = false;
        _statement.UsesAddress |= _named.Any && _named.Contains(WordHash.Of(name), ref _statement.Addressed);
        if (_judge.Calls.Knows(name) || (_scopes.Depth == 0 && _statement.Tokens < 4 && _judge.Globals.Knows(name)))
        {
            NoteTrackersName(name);
        }
    }

    private void NoteTrackersName(ReadOnlySpan<byte> name)
    {
        if (_judge.Calls.Find(name, MemberAhead()) is { } called)
        {
            _inTrackersName = true;
            _statement.Called.Add(called);
            if (_scopes.RunsAtOnce)
            {
                _statement.CallsNow = true;
            }
            else
            {
                _statement.CallsLater = true;
            }
        }
        else if (_scopes.Depth == 0 && _statement.Tokens < 4 && _judge.Globals.Find(name, MemberAhead()) is { } owner)
        {
            _inTrackersName = true;
            _statement.Called.Add(owner);
            _statement.SetsUp = true;
        }
    }

    // The lexer is a value: a copy reads ahead and leaves the original where it is.
    private readonly ReadOnlySpan<byte> MemberAhead()
    {
        var ahead = _token;
        return ahead.Read() && ahead.Mark == (byte)'.' && ahead.Read() && ahead.Kind == TokenKind.Name ? ahead.Text : default;
    }

    private void CloseStatement()
    {
        var done = _statement;
        _statement = default;
        _nameOpen = false;
        _inTrackersName = false;
        if (done.Tokens == 0)
        {
            return;
        }

        // A name that keeps an address keeps it whatever else the statement does: "vendor.host = '…'" is read by a loader further on.
        if (done.HasAddress && done.Name != 0)
        {
            _named.Add(done.Name, done.Addressed);
        }

        if (done.Loads)
        {
            _found.Loading++;
            _found.Loaded.AddAll(done.Addressed);
            _found.OtherCode += done.WorksForPage ? done.Length : 0;
            return;
        }

        _found.Called.AddAll(done.Called);
        _found.Mentioned.AddAll(done.Addressed);

        if (done.OnlyCalls)
        {
            _found.Calling += done.CallsNow ? 1 : 0;
        }
        else if (!done.HasAddress || done.Length > LongestSetting)
        {
            _found.OtherCode += done.Length;
        }
    }
}
