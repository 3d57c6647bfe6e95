namespace CookieGateway.Html.Tokenizing;

/// <content>Script data with its escaped states: the inheritance of scripts that were hidden in comments.</content>
internal partial struct TextEndScanner
{
    private enum Escape : byte
    {
        /// <summary>https://html.spec.whatwg.org/#script-data-state</summary>
        None,

        /// <summary>After <c>&lt;!--</c>: https://html.spec.whatwg.org/#script-data-escaped-state</summary>
        Escaped,

        /// <summary>After <c>&lt;script</c> in there: https://html.spec.whatwg.org/#script-data-double-escaped-state</summary>
        DoubleEscaped,
    }

    private bool TryFindScriptEnd(ReadOnlySpan<byte> text, ref int at)
    {
        while (true)
        {
            var next = _escape == Escape.None ? text[at..].IndexOf((byte)'<') : text[at..].IndexOfAny((byte)'<', (byte)'>');
            if (next < 0)
            {
                at = text.Length;
                Remember(text);
                return false;
            }

            at += next;
            if (text[at] == '>')
            {
                // https://html.spec.whatwg.org/#script-data-escaped-dash-dash-state, and double-escaped: "-->" is back to script data.
                _escape = IsDash(text, at - 1) && IsDash(text, at - 2) ? Escape.None : _escape;
                at++;
                continue;
            }

            switch (_escape == Escape.DoubleEscaped ? LeaveDoubleEscape(text, ref at) : EndOrEscape(text, ref at))
            {
                case Answer.Yes:
                    return true;
                case Answer.NotYet:
                    Remember(text[..at]);
                    return false;
            }
        }
    }

    /// <summary>At a <c>&lt;</c> of script data or escaped script data: the end tag, or the beginning of a deeper escape.</summary>
    private Answer EndOrEscape(ReadOnlySpan<byte> text, ref int at)
    {
        var rest = text[at..];
        var end = EndTagAt(rest);
        if (end != Answer.No)
        {
            return end;
        }

        // https://html.spec.whatwg.org/#script-data-escape-start-state, https://html.spec.whatwg.org/#script-data-double-escape-start-state
        var deeper = _escape == Escape.None ? OpensComment(rest) : NameAt(rest[1..]);
        if (deeper == Answer.NotYet)
        {
            return deeper;
        }

        if (deeper == Answer.Yes)
        {
            at += _escape == Escape.None ? "<!--"u8.Length : 1 + _name.Length;
            _escape++;
        }
        else
        {
            at++;
        }

        return Answer.No;
    }

    /// <summary>https://html.spec.whatwg.org/#script-data-double-escape-end-state</summary>
    private Answer LeaveDoubleEscape(ReadOnlySpan<byte> text, ref int at)
    {
        var end = EndTagAt(text[at..]);
        if (end == Answer.NotYet)
        {
            return end;
        }

        at++;
        if (end == Answer.Yes)
        {
            _escape = Escape.Escaped;
        }

        return Answer.No;
    }

    private static Answer OpensComment(ReadOnlySpan<byte> text)
    {
        var opening = "<!--"u8;
        return text.StartsWith(opening) ? Answer.Yes : opening.StartsWith(text) ? Answer.NotYet : Answer.No;
    }

    /// <summary>Looks back, if need be into the piece before.</summary>
    private readonly bool IsDash(ReadOnlySpan<byte> text, int at) =>
        (at >= 0 ? text[at] : at == -1 ? _last : _lastButOne) == '-';

    /// <summary>Keeps the last two bytes of what is decided, for looking back from the next piece.</summary>
    private void Remember(ReadOnlySpan<byte> decided)
    {
        if (decided.Length > 0)
        {
            _lastButOne = decided.Length > 1 ? decided[^2] : _last;
            _last = decided[^1];
        }
    }
}
