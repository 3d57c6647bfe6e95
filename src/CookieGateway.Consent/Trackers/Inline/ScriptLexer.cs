using System.Buffers;
using System.Runtime.CompilerServices;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>
/// Reads JavaScript as bytes of any encoding that contains ASCII, one token after the other, in one pass and without
/// allocation. It never fails: what no engine would accept is passed over as well as can be.
/// </summary>
internal ref struct ScriptLexer
{
    // Deeper nesting than this is no code that people write; beyond it a slash after a bracket is a division.
    private const int Depths = 64;

    private static readonly SearchValues<byte> EndsDouble = SearchValues.Create("\"\\\n\r"u8);
    private static readonly SearchValues<byte> EndsSingle = SearchValues.Create("'\\\n\r"u8);
    private static readonly SearchValues<byte> EndsTemplate = SearchValues.Create("`\\$"u8);

    private readonly ReadOnlySpan<byte> _text;
    private int _next;

    // One bit for each open bracket. Round: it is the head of if, while, for or with, so an expression may follow it.
    // Curly: it is a block and no object literal. Template: it was opened by "${" and gives the template back.
    private ulong _heads;
    private ulong _blocks;
    private ulong _templates;
    private int _depth;

    // Whether a slash at this place begins a regular expression: decided by the token before it.
    private bool _operandExpected = true;
    private bool _headExpected;
    private byte _markBefore;

    public ScriptLexer(ReadOnlySpan<byte> text) => _text = text;

    public TokenKind Kind { get; private set; }

    public int Start { get; private set; }

    public readonly int End => _next;

    /// <summary>The punctuator before this token; 0 when that was any other token.</summary>
    public readonly byte MarkBefore => _markBefore;

    /// <summary>The token's bytes; of strings and templates without what delimits them.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>The byte of a punctuator; 0 for any other token.</summary>
    public byte Mark { get; private set; }

    /// <summary>What is known of a name; nothing of any other token.</summary>
    public WordTraits Traits { get; private set; }

    /// <summary>A line ends between this token and the one before it: JavaScript may end a statement there.</summary>
    public bool AfterLineBreak { get; private set; }

    /// <summary>This token is the bracket that closes the head of if, while, for, with, switch or catch.</summary>
    public bool ClosedHead { get; private set; }

    /// <summary>How many brackets of all kinds are open after this token.</summary>
    public readonly int Depth => _depth;

    public bool Read()
    {
        SkipSpace();
        _markBefore = Mark;
        Mark = 0;
        Traits = WordTraits.None;
        ClosedHead = false;
        Start = _next;
        if (_next >= _text.Length)
        {
            Kind = TokenKind.End;
            Text = default;
            return false;
        }

        var first = _text[_next];
        switch (ByteClass.Of(first))
        {
            case ByteClass.Letter:
                ReadName();
                break;
            case ByteClass.Digit:
                ReadNumber();
                break;
            case ByteClass.Quote:
                ReadString(first);
                break;
            case ByteClass.Backtick:
                ReadTemplate();
                break;
            default:
                ReadMark(first);
                break;
        }

        return true;
    }

    /// <summary>Whether the arrow that was just read is followed by an expression and no block.</summary>
    public readonly bool ArrowAhead()
    {
        var ahead = this;
        return ahead.Read() && ahead.Mark != (byte)'{';
    }

    private void ReadName()
    {
        var end = _next + 1;
        while (end < _text.Length && ByteClass.Of(_text[end]) is ByteClass.Letter or ByteClass.Digit)
        {
            end++;
        }

        Text = _text[_next..end];
        var afterDot = Kind == TokenKind.Punctuator && _next > 0 && _text[_next - 1] == (byte)'.';
        Kind = TokenKind.Name;
        _next = end;
        Traits = KnownWords.TraitsOf(Text);
        _headExpected = !afterDot && (Traits & WordTraits.HasHead) != 0;
        _operandExpected = !afterDot && (Traits & WordTraits.ExpectsOperand) != 0;
    }

    private void ReadNumber()
    {
        var end = _next + 1;
        while (end < _text.Length && (ByteClass.Of(_text[end]) is ByteClass.Letter or ByteClass.Digit || _text[end] == (byte)'.'))
        {
            end++;
        }

        Took(TokenKind.Number, _text[_next..end], end);
    }

    private void ReadString(byte quote)
    {
        var ends = quote == (byte)'"' ? EndsDouble : EndsSingle;
        var at = _next + 1;
        while (true)
        {
            var step = _text[at..].IndexOfAny(ends);
            if (step < 0)
            {
                Took(TokenKind.String, _text[(_next + 1)..], _text.Length);
                return;
            }

            at += step;
            if (_text[at] != (byte)'\\')
            {
                // A line break ends a string that nobody closed: the engine will refuse it, and we go on behind it.
                Took(TokenKind.String, _text[(_next + 1)..at], _text[at] == quote ? at + 1 : at);
                return;
            }

            at = Math.Min(at + 2, _text.Length);
        }
    }

    private void ReadTemplate()
    {
        var from = _next + 1;
        var at = from;
        while (true)
        {
            var step = at < _text.Length ? _text[at..].IndexOfAny(EndsTemplate) : -1;
            if (step < 0)
            {
                Took(TokenKind.Template, _text[Math.Min(from, _text.Length)..], _text.Length);
                return;
            }

            at += step;
            if (_text[at] == (byte)'`')
            {
                Took(TokenKind.Template, _text[from..at], at + 1);
                return;
            }

            if (_text[at] == (byte)'$' && at + 1 < _text.Length && _text[at + 1] == (byte)'{')
            {
                Took(TokenKind.Template, _text[from..at], at + 2);
                Open(head: false, block: false, template: true);
                _operandExpected = true;
                return;
            }

            at = Math.Min(at + (_text[at] == (byte)'\\' ? 2 : 1), _text.Length);
        }
    }

    private void ReadMark(byte mark)
    {
        if (mark == (byte)'/' && _operandExpected)
        {
            ReadRegExp();
            return;
        }

        var operandExpected = true;
        switch (mark)
        {
            case (byte)'(':
                Open(head: _headExpected, block: false, template: false);
                break;
            case (byte)'[':
                Open(head: false, block: false, template: false);
                break;
            case (byte)'{':
                Open(head: false, block: !_operandExpected || AtStatementStart(), template: false);
                break;
            case (byte)')':
                operandExpected = ClosedHead = Close(_heads);
                break;
            case (byte)']':
                Close(0);
                operandExpected = false;
                break;
            case (byte)'}':
                if (_depth > 0 && IsSet(_templates, _depth - 1))
                {
                    Close(0);
                    ReadTemplate();
                    return;
                }

                operandExpected = Close(_blocks);
                break;
            case (byte)'+' or (byte)'-' when !_operandExpected && _next + 1 < _text.Length && _text[_next + 1] == mark:
                // "i++ / 2": the second sign of a postfix operator leaves a value behind.
                Took(TokenKind.Punctuator, _text.Slice(_next, 1), _next + 2);
                Mark = mark;
                return;
        }

        Took(TokenKind.Punctuator, _text.Slice(_next, 1), _next + 1);
        Mark = mark;
        _operandExpected = operandExpected;
    }

    // https://tc39.es/ecma262/#prod-RegularExpressionLiteral: a slash inside a class does not end it, a line break does.
    private void ReadRegExp()
    {
        var inClass = false;
        var at = _next + 1;
        for (; at < _text.Length && _text[at] is not ((byte)'\n' or (byte)'\r'); at++)
        {
            var here = _text[at];
            if (here == (byte)'\\')
            {
                at++;
            }
            else if (here == (byte)'[')
            {
                inClass = true;
            }
            else if (here == (byte)']')
            {
                inClass = false;
            }
            else if (here == (byte)'/' && !inClass)
            {
                at++;
                break;
            }
        }

        at = Math.Min(at, _text.Length);
        while (at < _text.Length && ByteClass.Of(_text[at]) == ByteClass.Letter)
        {
            at++;
        }

        Took(TokenKind.RegExp, _text[_next..at], at);
    }

    private void Took(TokenKind kind, ReadOnlySpan<byte> text, int next)
    {
        Kind = kind;
        Text = text;
        _next = next;
        _operandExpected = false;
        _headExpected = false;
    }

    private void SkipSpace()
    {
        AfterLineBreak = false;
        while (_next < _text.Length)
        {
            var here = _text[_next];
            if (here <= (byte)' ')
            {
                AfterLineBreak |= here is (byte)'\n' or (byte)'\r';
                _next++;
            }
            else if (!SkipComment(here))
            {
                return;
            }
        }
    }

    private bool SkipComment(byte first)
    {
        var rest = _text[_next..];
        if (first == (byte)'/' && rest.StartsWith("/*"u8))
        {
            var end = rest[2..].IndexOf("*/"u8);
            var comment = end < 0 ? rest : rest[..(end + 4)];
            AfterLineBreak |= comment.Contains((byte)'\n');
            _next += comment.Length;
            return true;
        }

        // https://tc39.es/ecma262/#sec-html-like-comments: still how old snippets are wrapped.
        if ((first == (byte)'/' && rest.StartsWith("//"u8))
            || (first == (byte)'<' && rest.StartsWith("<!--"u8))
            || (first == (byte)'-' && rest.StartsWith("-->"u8) && (AfterLineBreak || Kind == TokenKind.End)))
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            _next = end < 0 ? _text.Length : _next + end;
            return true;
        }

        return false;
    }

    private readonly bool AtStatementStart() =>
        Kind == TokenKind.End || _markBefore is (byte)';' or (byte)'{' or (byte)'}' or (byte)')';

    private void Open(bool head, bool block, bool template)
    {
        if (_depth < Depths)
        {
            var bit = 1UL << _depth;
            _heads = head ? _heads | bit : _heads & ~bit;
            _blocks = block ? _blocks | bit : _blocks & ~bit;
            _templates = template ? _templates | bit : _templates & ~bit;
        }

        _depth++;
    }

    private bool Close(ulong bits)
    {
        if (_depth == 0)
        {
            return false;
        }

        _depth--;
        return IsSet(bits, _depth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSet(ulong bits, int depth) => depth < Depths && (bits >> depth & 1) != 0;
}
