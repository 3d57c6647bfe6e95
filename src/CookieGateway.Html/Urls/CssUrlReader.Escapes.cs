using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Urls;

/// <content>Identifiers and escapes. https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point</content>
public ref partial struct CssUrlReader
{
    /// <summary>The run of identifier bytes, none of them escaped, that ends at a place.</summary>
    private readonly ReadOnlySpan<byte> PlainIdentifierBefore(int end)
    {
        var start = end;
        while (start > 0 && IsIdentifier(_css[start - 1]))
        {
            start--;
        }

        return _css[start..end];
    }

    /// <summary>The identifier that begins here, its escapes undone.</summary>
    private ReadOnlySpan<byte> ReadIdentifier()
    {
        var start = _at;
        while (_at < _css.Length && (IsIdentifier(_css[_at]) || IsEscape(_css[_at..])))
        {
            _at += _css[_at] == '\\' ? EscapeLength(_css[_at..]) : 1;
        }

        return Unescaped(_css[start.._at]);
    }

    private ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf((byte)'\\') < 0)
        {
            return text;
        }

        var plain = _unescaped ??= ByteBuffer.Rent();
        plain.Clear();
        while (!text.IsEmpty)
        {
            var length = text[0] == '\\' ? EscapeLength(text) : 1;
            AppendUnescaped(plain, text[..length]);
            text = text[length..];
        }

        return plain.Span;
    }

    private static void AppendUnescaped(ByteBuffer plain, ReadOnlySpan<byte> part)
    {
        if (part[0] != '\\')
        {
            plain.Append(part);
        }
        else if (part.Length > 1 && char.IsAsciiHexDigit((char)part[1]))
        {
            var code = 0;
            foreach (var b in part[1..])
            {
                code = char.IsAsciiHexDigit((char)b) ? (code << 4) | PercentCode.Digit(b) : code;
            }

            var rune = code != 0 && Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar;
            plain.Advance(rune.EncodeToUtf8(plain.GetSpan(4)));
        }
        else if (part.Length > 1 && part[1] is not ((byte)'\n' or (byte)'\r' or (byte)'\f'))
        {
            plain.Append(part[1..]);
        }
    }

    /// <summary>A backslash with what belongs to it: up to six hexadecimal digits and one white space, or any one byte.</summary>
    private static int EscapeLength(ReadOnlySpan<byte> text)
    {
        var length = 1;
        while (length < text.Length && length < 7 && char.IsAsciiHexDigit((char)text[length]))
        {
            length++;
        }

        if (length == 1)
        {
            return Math.Min(text.StartsWith("\\\r\n"u8) ? 3 : 2, text.Length);
        }

        return length < text.Length && IsSpace(text[length]) ? length + (text[length..].StartsWith("\r\n"u8) ? 2 : 1) : length;
    }

    private static bool IsEscape(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] == '\\' && text[1] is not ((byte)'\n' or (byte)'\r' or (byte)'\f');

    private static bool IsIdentifier(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or >= 0x80;

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f';
}
