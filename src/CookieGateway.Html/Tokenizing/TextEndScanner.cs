namespace CookieGateway.Html.Tokenizing;

/// <summary>
/// Finds where the text of a text element ends: at its own end tag, by the rules of its kind. Works piece by piece; what it cannot
/// decide yet is at most the beginning of an end tag.
/// </summary>
internal partial struct TextEndScanner
{
    private TextKind _kind;
    private byte[] _name;
    private Escape _escape;
    private byte _last;
    private byte _lastButOne;

    public readonly TextKind Kind => _kind;

    /// <summary>True where an end tag would only lead back to a script's escaped state, and <c>--&gt;</c> has to come first.</summary>
    public readonly bool IsDoubleEscaped => _kind == TextKind.ScriptData && _escape == Escape.DoubleEscaped;

    /// <summary>True within a CDATA section of a foreign script or style.</summary>
    public readonly bool IsInCData => _kind == TextKind.Foreign && _escape == Escape.Escaped;

    /// <summary>The name that the end tag has to have, in lower case.</summary>
    public readonly ReadOnlySpan<byte> Name => _name;

    public void Start(TextKind kind, byte[] name)
    {
        _kind = kind;
        _name = name;
        _escape = Escape.None;
        _last = _lastButOne = 0;
    }

    /// <summary>
    /// Looks for the end from <paramref name="at"/> on. True: <paramref name="at"/> is the end tag's <c>&lt;</c>. False: everything before
    /// <paramref name="at"/> is text, the rest is not decided and has to come again with more behind it.
    /// </summary>
    public bool TryFindEnd(ReadOnlySpan<byte> text, ref int at) => _kind switch
    {
        TextKind.ScriptData => TryFindScriptEnd(text, ref at),
        TextKind.Foreign => TryFindForeignEnd(text, ref at),
        _ => TryFindPlainEnd(text, ref at),
    };

    /// <summary>https://html.spec.whatwg.org/#rcdata-less-than-sign-state, https://html.spec.whatwg.org/#rawtext-less-than-sign-state</summary>
    private readonly bool TryFindPlainEnd(ReadOnlySpan<byte> text, ref int at)
    {
        while (true)
        {
            var open = text[at..].IndexOf("</"u8);
            if (open < 0)
            {
                // A last "<" may yet become the beginning of an end tag.
                at = Math.Max(at, text.Length - (text.EndsWith("<"u8) ? 1 : 0));
                return false;
            }

            at += open;
            switch (EndTagAt(text[at..]))
            {
                case Answer.Yes:
                    return true;
                case Answer.NotYet:
                    return false;
                default:
                    at++;
                    break;
            }
        }
    }

    /// <summary>Whether this is <c>&lt;/name</c> with a byte behind it that ends the name.</summary>
    private readonly Answer EndTagAt(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
        {
            return Answer.NotYet;
        }

        return text[1] == '/' ? NameAt(text[2..]) : Answer.No;
    }

    private readonly Answer NameAt(ReadOnlySpan<byte> text)
    {
        var compared = Math.Min(text.Length, _name.Length);
        if (!NameKey.SameName(text[..compared], _name.AsSpan(0, compared)))
        {
            return Answer.No;
        }

        return text.Length <= _name.Length ? Answer.NotYet
            : ByteClass.EndsName(text[_name.Length]) ? Answer.Yes
            : Answer.No;
    }

    private enum Answer
    {
        No,
        Yes,
        NotYet,
    }
}
