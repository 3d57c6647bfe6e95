using static CookieGateway.Html.Tokenizing.ByteClass;

namespace CookieGateway.Html.Tokenizing;

/// <summary>
/// Finds the end of a tag that arrives in pieces, each byte looked at once. It knows the same states as <see cref="Tag"/>, which
/// reads the tag again when it is whole; tests hold the two together.
/// </summary>
internal struct TagEndScanner
{
    private State _state;
    private int _at;

    private enum State : byte
    {
        None,
        TagName,
        BeforeAttributeName,
        AttributeName,
        AfterAttributeName,
        BeforeAttributeValue,
        DoubleQuoted,
        SingleQuoted,
        Unquoted,
    }

    /// <summary>How far it has come; behind the tag's end when that was found.</summary>
    public readonly int Position => _at;

    public readonly bool HasBegun => _state != State.None;

    /// <summary>Goes on through the tag, which begins at <paramref name="markup"/>'s first byte as in the calls before; true when its end is there.</summary>
    public bool TryFindEnd(ReadOnlySpan<byte> markup, int nameStart)
    {
        if (_state == State.None)
        {
            _state = State.TagName;
            _at = nameStart;
        }

        while (_at < markup.Length)
        {
            if (_state is State.DoubleQuoted or State.SingleQuoted)
            {
                var quote = markup[_at..].IndexOf(_state == State.DoubleQuoted ? (byte)'"' : (byte)'\'');
                _at = quote < 0 ? markup.Length : _at + quote + 1;
                _state = quote < 0 ? _state : State.BeforeAttributeName;
                continue;
            }

            var b = markup[_at++];
            if (b == '>')
            {
                _state = State.None;
                return true;
            }

            _state = Next(_state, b);
        }

        return false;
    }

    /// <summary>Forgets how much has been looked at, but not where in the tag that was: for a tag whose bytes are not kept.</summary>
    public void Rewind() => _at = 0;

    public void Reset() => _state = State.None;

    private static State Next(State state, byte b) => state switch
    {
        State.TagName => IsSpace(b) || b == '/' ? State.BeforeAttributeName : State.TagName,

        // A slash that no '>' follows is white space: https://html.spec.whatwg.org/#self-closing-start-tag-state
        State.BeforeAttributeName => IsSpace(b) || b == '/' ? State.BeforeAttributeName : State.AttributeName,
        State.AttributeName => b == '=' ? State.BeforeAttributeValue
            : b == '/' ? State.BeforeAttributeName
            : IsSpace(b) ? State.AfterAttributeName
            : State.AttributeName,
        State.AfterAttributeName => b == '=' ? State.BeforeAttributeValue
            : b == '/' ? State.BeforeAttributeName
            : IsSpace(b) ? State.AfterAttributeName
            : State.AttributeName,
        State.BeforeAttributeValue => b switch
        {
            (byte)'"' => State.DoubleQuoted,
            (byte)'\'' => State.SingleQuoted,
            _ => IsSpace(b) ? State.BeforeAttributeValue : State.Unquoted,
        },
        _ => IsSpace(b) ? State.BeforeAttributeName : State.Unquoted,
    };
}
