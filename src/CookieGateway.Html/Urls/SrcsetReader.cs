using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Urls;

/// <summary>
/// Goes through the candidates of a srcset attribute, decoded: <c>while (reader.MoveNext()) … reader.Current</c>.
/// https://html.spec.whatwg.org/#parse-a-srcset-attribute
/// </summary>
public ref struct SrcsetReader(ReadOnlySpan<byte> srcset)
{
    private readonly ReadOnlySpan<byte> _srcset = srcset;
    private int _at;

    /// <summary>The URL of the candidate.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Where the URL stands in the attribute's value.</summary>
    public Range CurrentRange { get; private set; }

    /// <summary>Goes on to the next candidate; false after the last.</summary>
    public bool MoveNext()
    {
        while (_at < _srcset.Length && (ByteClass.IsSpace(_srcset[_at]) || _srcset[_at] == ','))
        {
            _at++;
        }

        var start = _at;
        var length = _srcset[start..].IndexOfAny(ByteClass.Space);
        _at = length < 0 ? _srcset.Length : start + length;
        var url = _srcset[start.._at];
        var trimmed = url.TrimEnd((byte)',');
        if (trimmed.Length == url.Length)
        {
            SkipDescriptors();
        }

        Current = trimmed;
        CurrentRange = start..(start + trimmed.Length);
        return !trimmed.IsEmpty;
    }

    /// <summary>https://html.spec.whatwg.org/#descriptor-tokeniser: a comma in parentheses ends nothing.</summary>
    private void SkipDescriptors()
    {
        var inParentheses = false;
        for (; _at < _srcset.Length; _at++)
        {
            var b = _srcset[_at];
            if (b == ',' && !inParentheses)
            {
                return;
            }

            inParentheses = inParentheses ? b != ')' : b == '(';
        }
    }
}
