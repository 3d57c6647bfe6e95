using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.References;

/// <summary>Decodes character references as they count in attribute values. https://html.spec.whatwg.org/#character-reference-state</summary>
internal static class CharacterReferences
{
    /// <summary>What the numbers 0x80 to 0x9F mean instead of control characters. https://html.spec.whatwg.org/#numeric-character-reference-end-state</summary>
    private static ReadOnlySpan<char> Windows1252 =>
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The value decoded to UTF-8: itself when it has no reference, otherwise a new run at the end of the buffer.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> value, ByteBuffer buffer) => Decode(value, buffer, asciiOnly: false);

    /// <summary>
    /// The value with only those references decoded that stand for ASCII; the others stay. For a value that is itself markup, and is
    /// going to be read, and its references decoded, once more.
    /// </summary>
    public static ReadOnlySpan<byte> DecodeAscii(ReadOnlySpan<byte> value, ByteBuffer buffer) => Decode(value, buffer, asciiOnly: true);

    private static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> value, ByteBuffer buffer, bool asciiOnly)
    {
        var next = value.IndexOf((byte)'&');
        if (next < 0)
        {
            return value;
        }

        var start = buffer.Length;
        Span<byte> encoded = stackalloc byte[4];
        while (next >= 0)
        {
            buffer.Append(value[..next]);
            value = value[next..];
            var length = Read(value, encoded, out var text);
            var isKept = length == 0 || (asciiOnly && text[0] >= 0x80);
            buffer.Append(isKept ? value[..Math.Max(length, 1)] : text);
            value = value[Math.Max(length, 1)..];
            next = value.IndexOf((byte)'&');
        }

        buffer.Append(value);
        return buffer.Span[start..];
    }

    /// <summary>Reads the reference at the beginning; says how long it is, 0 when it is none.</summary>
    private static int Read(ReadOnlySpan<byte> value, Span<byte> encoded, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (value.Length > 2 && value[1] == '#')
        {
            var (number, digits) = value[2] is (byte)'x' or (byte)'X' ? (Number(value[3..], 16, out var code), 3) : (Number(value[2..], 10, out code), 2);
            if (number == 0)
            {
                return 0;
            }

            var end = digits + number;
            text = encoded[..RuneOf(code).EncodeToUtf8(encoded)];
            return end < value.Length && value[end] == ';' ? end + 1 : end;
        }

        // https://html.spec.whatwg.org/#named-character-reference-state: in an attribute, a name without a semicolon counts only where
        // neither an equals sign nor a letter or digit follows; so the whole run of letters and digits has to be the name.
        var length = 1;
        while (length < value.Length && length <= NamedReferences.LongestName + 1 && char.IsAsciiLetterOrDigit((char)value[length]))
        {
            length++;
        }

        var next = length < value.Length ? value[length] : default;
        if (next != '=')
        {
            text = NamedReferences.Find(value[1..length], withSemicolon: next == ';');
        }

        return text.IsEmpty ? 0 : next == ';' ? length + 1 : length;
    }

    /// <summary>Reads digits; how many there are, and the number, which stops growing beyond Unicode's end.</summary>
    private static int Number(ReadOnlySpan<byte> value, int radix, out int code)
    {
        code = 0;
        var length = 0;
        while (length < value.Length && char.IsAsciiHexDigit((char)value[length]) && (radix == 16 || char.IsAsciiDigit((char)value[length])))
        {
            var b = value[length++];
            var digit = char.IsAsciiDigit((char)b) ? b - '0' : (b | 0x20) - 'a' + 10;
            code = Math.Min((code * radix) + digit, 0x110000);
        }

        return length;
    }

    private static Rune RuneOf(int code) => code switch
    {
        >= 0x80 and <= 0x9F => new Rune(Windows1252[code - 0x80]),
        0 => Rune.ReplacementChar,
        _ => Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar,
    };
}
