using System.Buffers;
using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Urls;

/// <summary>
/// Goes through the URLs that a style sheet, or a style attribute (decoded), can load: <c>url(…)</c>, the strings of <c>@import</c> and of
/// <c>image-set()</c>. Comments and strings are skipped, escapes are undone. To be disposed: <c>using var urls = new CssUrlReader(css)</c>.
/// https://www.w3.org/TR/css-syntax-3/
/// </summary>
public ref partial struct CssUrlReader(ReadOnlySpan<byte> css)
{
    private static readonly SearchValues<byte> Interesting = SearchValues.Create("/\"'@(\\)"u8);
    private readonly ReadOnlySpan<byte> _css = css;
    private int _at;
    private int _imageSetDepth;
    private bool _afterImport;
    private ByteBuffer? _unescaped;

    /// <summary>The URL, with its escapes undone; valid until the next step.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Where the URL stands in the style sheet, without its quotes.</summary>
    public Range CurrentRange { get; private set; }

    /// <summary>True when the URL is that of an imported style sheet.</summary>
    public bool IsImport { get; private set; }

    /// <summary>Goes on to the next URL; false after the last.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            var next = _css[_at..].IndexOfAny(Interesting);
            if (next < 0)
            {
                return false;
            }

            _at += next;
            if (ReadToken())
            {
                return true;
            }
        }
    }

    /// <summary>Gives back the room for escapes; whoever forgets it allocates a little.</summary>
    public readonly void Dispose() => _unescaped?.GiveBack();

    /// <summary>Reads what stands at an interesting byte; true when it has been a URL.</summary>
    private bool ReadToken()
    {
        switch (_css[_at])
        {
            case (byte)'/':
                SkipComment();
                return false;
            case (byte)'"' or (byte)'\'':
                return ReadString(isUrl: _afterImport || _imageSetDepth > 0);
            case (byte)'@':
                _at++;
                _afterImport = Is(ReadIdentifier(), "import"u8);
                return false;
            case (byte)')':
                _at++;
                _imageSetDepth -= _imageSetDepth > 0 ? 1 : 0;
                return false;
            case (byte)'(':
                return ReadFunction(PlainIdentifierBefore(_at));
            default:
                return ReadEscapedIdentifier();
        }
    }

    /// <summary>An identifier that is spelled with escapes, as in <c>\75rl(</c>.</summary>
    private bool ReadEscapedIdentifier()
    {
        var slash = _at;
        _at -= PlainIdentifierBefore(_at).Length;
        var name = ReadIdentifier();
        _at = Math.Max(_at, slash + 1);
        return _at < _css.Length && _css[_at] == '(' && ReadFunction(name);
    }

    private bool ReadFunction(ReadOnlySpan<byte> name)
    {
        _at++;
        if (Is(name, "url"u8) || Is(name, "src"u8))
        {
            return ReadUrl();
        }

        // Any string within an image-set is taken for an image: its type("…") is no URL that anybody knows.
        _imageSetDepth += _imageSetDepth > 0 || Is(name, "image-set"u8) || Is(name, "-webkit-image-set"u8) ? 1 : 0;
        return false;
    }

    /// <summary>https://www.w3.org/TR/css-syntax-3/#consume-url-token, and the quoted form.</summary>
    private bool ReadUrl()
    {
        while (_at < _css.Length && IsSpace(_css[_at]))
        {
            _at++;
        }

        if (_at < _css.Length && _css[_at] is (byte)'"' or (byte)'\'')
        {
            return ReadString(isUrl: true);
        }

        var start = _at;
        while (_at < _css.Length && _css[_at] != ')')
        {
            _at += _css[_at] == '\\' ? 2 : 1;
        }

        _at = Math.Min(_at, _css.Length);
        var end = _at;
        while (end > start && IsSpace(_css[end - 1]))
        {
            end--;
        }

        return Found(start, end);
    }

    /// <summary>https://www.w3.org/TR/css-syntax-3/#consume-string-token: a line end that is not escaped ends it, too.</summary>
    private bool ReadString(bool isUrl)
    {
        var quote = _css[_at++];
        var start = _at;
        while (_at < _css.Length && _css[_at] != quote && _css[_at] is not ((byte)'\n' or (byte)'\r' or (byte)'\f'))
        {
            _at += _css[_at] == '\\' ? 2 : 1;
        }

        _at = Math.Min(_at, _css.Length);
        var end = _at;
        _at = Math.Min(_at + 1, _css.Length);
        return isUrl && Found(start, end);
    }

    private bool Found(int start, int end)
    {
        IsImport = _afterImport;
        _afterImport = false;
        CurrentRange = start..end;
        Current = Unescaped(_css[start..end]);
        return true;
    }

    private void SkipComment()
    {
        if (_at + 1 >= _css.Length || _css[_at + 1] != '*')
        {
            _at++;
            return;
        }

        var end = _css[(_at + 2)..].IndexOf("*/"u8);
        _at = end < 0 ? _css.Length : _at + 2 + end + 2;
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lowerCase) => Ascii.EqualsIgnoreCase(name, lowerCase);
}
