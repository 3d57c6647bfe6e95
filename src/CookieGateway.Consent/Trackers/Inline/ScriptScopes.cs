using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>Where in the nesting of brackets and functions a script's reading is. Told every token; knows the ones before the next.</summary>
internal struct ScriptScopes
{
    private const int Depths = 64;

    // Three bits for each open bracket: its Callee. One more: a function's body, or what else runs only when called.
    private ulong _calleeLow;
    private ulong _calleeMiddle;
    private ulong _calleeHigh;
    private ulong _deferred;
    private ulong _arrays;
    private ulong _rounds;
    private bool _deferredToEnd;

    private TokenKind _kind;
    private bool _afterHead;
    private bool _functionRuns;
    private bool _namesFunction;
    private bool _afterGlobal;
    private Callee _nextCallee;

    /// <summary>How many brackets are open.</summary>
    public int Depth { get; private set; }

    /// <summary>The punctuator that was read last; 0 when it was another token.</summary>
    public byte Mark { get; private set; }

    /// <summary>The punctuator before that one.</summary>
    public byte MarkBefore { get; private set; }

    /// <summary>The name that was read last, whatever has been read since, is "href".</summary>
    public bool LastNameIsHref { get; private set; }

    /// <summary>The token before the next one is the word "case".</summary>
    public bool AfterCase { get; private set; }

    /// <summary>The hash of the last name that is no member of another.</summary>
    public uint LastRoot { get; private set; }

    /// <summary>The next name is a member of another: not of the global object, whose members are names of their own.</summary>
    public readonly bool AfterOwner => Mark == (byte)'.' && !_afterGlobal;

    /// <summary>The next name is a member of the array that has just been closed.</summary>
    public readonly bool AfterArray => Mark == (byte)'.' && MarkBefore == (byte)']';

    /// <summary>What stands here runs as soon as the script does, not when something happens later.</summary>
    public readonly bool RunsAtOnce => _deferred == 0 && !_deferredToEnd;

    /// <summary>An opening round bracket would call something that may be the page's own work.</summary>
    public readonly bool CallsSomething => _nextCallee is Callee.Other or Callee.Looker or Callee.Opener && _kind == TokenKind.Name;

    /// <summary>What the innermost bracket is.</summary>
    public readonly Callee Callee
    {
        get
        {
            var at = Depth - 1;
            return at is < 0 or >= Depths ? Callee.None
                : (Callee)((_calleeLow >> at & 1) | (_calleeMiddle >> at & 1) << 1 | (_calleeHigh >> at & 1) << 2);
        }
    }

    /// <summary>The innermost bracket is one in which no semicolon may stand.</summary>
    public readonly bool ForbidsSemicolon =>
        Depth is > 0 and <= Depths && ((_rounds | _arrays) >> (Depth - 1) & 1) != 0 && Callee != Callee.ForHead;

    /// <summary>The innermost bracket is a square one.</summary>
    public readonly bool InArray => Depth is > 0 and <= Depths && (_arrays >> (Depth - 1) & 1) != 0;

    public void BeginStatement()
    {
        _deferredToEnd = false;
        _functionRuns = false;
    }

    /// <param name="token">What was read.</param>
    /// <param name="inTrackersName">It belongs to the name of a tracker's function: addresses in its brackets go no further.</param>
    public void Took(in ScriptLexer token, bool inTrackersName)
    {
        _nextCallee = inTrackersName && token.Mark == (byte)'(' ? Callee.Looker : _nextCallee;
        switch (token.Kind)
        {
            case TokenKind.Name:
                TookName(token);
                break;
            case TokenKind.Punctuator:
                TookMark(token);
                break;
            default:
                _nextCallee = Callee.None;
                _afterHead = false;
                break;
        }

        AfterCase = (token.Traits & WordTraits.Case) != 0;
        MarkBefore = Mark;
        Mark = token.Mark;
        _kind = token.Kind;
        Depth = token.Depth;
    }

    private void TookName(in ScriptLexer token)
    {
        var traits = token.Traits;
        var isMember = Mark == (byte)'.';
        var isFunction = !isMember && (traits & WordTraits.Function) != 0;
        if (isFunction)
        {
            // "(function" in a bracket of its own and "!function": called where it stands.
            _functionRuns = Mark is (byte)'!' or (byte)'~' or (byte)'+' or (byte)'-' || (Mark == (byte)'(' && Callee == Callee.None);
        }

        var isGlobal = (traits & WordTraits.Global) != 0;
        _afterHead = false;
        LastNameIsHref = (traits & WordTraits.Href) != 0;
        LastRoot = AfterOwner || isGlobal ? LastRoot : WordHash.Of(token.Text);
        _afterGlobal = !isMember && isGlobal;
        _nextCallee = _namesFunction ? Callee.None : CalleeOf(traits, isMember);
        _namesFunction = isFunction;
    }

    private static Callee CalleeOf(WordTraits traits, bool isMember) =>
        traits == WordTraits.None ? Callee.Other
        : !isMember && (traits & WordTraits.ExpectsOperand) != 0 ? Callee.None
        : !isMember && (traits & WordTraits.For) != 0 ? Callee.ForHead
        : !isMember && (traits & WordTraits.HasHead) != 0 ? Callee.Head
        : (traits & WordTraits.Open) != 0 ? Callee.Opener
        : (traits & WordTraits.Looker) != 0 ? Callee.Looker
        : (traits & WordTraits.Idle) != 0 ? Callee.Idle
        : Callee.Other;

    private void TookMark(in ScriptLexer token)
    {
        switch (token.Mark)
        {
            case (byte)'(':
                Open(token.Depth, _nextCallee, isRound: true);
                break;
            case (byte)'[':
                Open(token.Depth, Callee.None, isArray: true);
                break;
            case (byte)'{':
                Open(token.Depth, Callee.None, deferred: BeginsBody());
                _functionRuns &= Mark != (byte)')';
                break;
            case (byte)')' or (byte)']' or (byte)'}':
                _afterHead = token.Mark == (byte)')' && token.ClosedHead;
                Close(token.Depth);
                break;
            case (byte)'>' when Mark == (byte)'=' && token.ArrowAhead():
                DeferTheRest();
                break;
        }

        // What is called by a bracket right after a bracket is a function that was made or found by an expression.
        _nextCallee = token.Mark is (byte)')' or (byte)']' or (byte)'}' ? Callee.Other : Callee.None;
        _namesFunction = false;
    }

    // "if (…) {" is a block; any other curly bracket behind a round one is a function's body, and so is one behind an arrow.
    private readonly bool BeginsBody() =>
        Mark == (byte)')' ? !_afterHead && !_functionRuns
        : Mark == (byte)'>' && MarkBefore == (byte)'=' && Callee != Callee.None;

    private void Open(int depth, Callee callee, bool deferred = false, bool isArray = false, bool isRound = false)
    {
        if (depth is < 1 or > Depths)
        {
            return;
        }

        var bit = 1UL << (depth - 1);
        Set(ref _calleeLow, bit, ((int)callee & 1) != 0);
        Set(ref _calleeMiddle, bit, ((int)callee & 2) != 0);
        Set(ref _calleeHigh, bit, ((int)callee & 4) != 0);
        Set(ref _deferred, bit, deferred);
        Set(ref _arrays, bit, isArray);
        Set(ref _rounds, bit, isRound);
    }

    private void Close(int depth)
    {
        if (depth < Depths)
        {
            _deferred &= (1UL << depth) - 1;
        }
    }

    // An arrow without curly brackets: what follows, up to the end of the bracket around it, runs when the arrow is called.
    private void DeferTheRest()
    {
        if (Depth == 0)
        {
            _deferredToEnd = true;
        }
        else if (Depth <= Depths)
        {
            _deferred |= 1UL << (Depth - 1);
        }
    }

    private static void Set(ref ulong bits, ulong bit, bool on) => bits = on ? bits | bit : bits & ~bit;
}
