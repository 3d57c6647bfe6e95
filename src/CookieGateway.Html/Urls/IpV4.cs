using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Urls;

/// <summary>https://url.spec.whatwg.org/#concept-ipv4-parser: 0x7f.1 and 2130706433 are addresses like any other.</summary>
internal static class IpV4
{
    /// <summary>Writes a host that ends in a number as four decimal ones; false when it is not an address then.</summary>
    public static bool Normalize(ByteBuffer host)
    {
        var last = host.Span[(host.Span.LastIndexOf((byte)'.') + 1)..];
        if (last.IsEmpty || !(TryReadNumber(last, out _) || last.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0))
        {
            return true;
        }

        ulong address = 0;
        var parts = 0;
        foreach (var range in host.Span.Split((byte)'.'))
        {
            if (parts++ == 4 || !TryReadNumber(host.Span[range], out var part))
            {
                return false;
            }

            // Every part but the last is one byte; the last fills what is left.
            var isLast = range.End.GetOffset(host.Length) == host.Length;
            var bytes = isLast ? 5 - parts : 1;
            if (part >= 1UL << (8 * bytes))
            {
                return false;
            }

            address = (address << (8 * bytes)) | part;
        }

        Write(host, address);
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, out ulong number)
    {
        number = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        var isHex = text.Length > 1 && text[0] == '0' && text[1] is (byte)'x';
        uint radix = isHex ? 16u : text.Length > 1 && text[0] == '0' ? 8u : 10u;
        foreach (var b in isHex ? text[2..] : text)
        {
            var digit = char.IsAsciiHexDigit((char)b) ? (uint)PercentCode.Digit(b) : uint.MaxValue;
            if (digit >= radix)
            {
                return false;
            }

            number = Math.Min((number * radix) + digit, uint.MaxValue + 1UL);
        }

        return true;
    }

    private static void Write(ByteBuffer host, ulong address)
    {
        host.Clear();
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            ((int)(address >> shift) & 0xFF).TryFormat(host.GetSpan(3), out var digits, default, null);
            host.Advance(digits);
            if (shift > 0)
            {
                host.Append((byte)'.');
            }
        }
    }
}
