namespace CookieGateway.Html.Urls;

/// <summary>https://url.spec.whatwg.org/#percent-encoded-byte</summary>
internal static class PercentCode
{
    public static bool TryRead(ReadOnlySpan<byte> text, out byte b)
    {
        if (text.Length > 2 && text[0] == '%' && char.IsAsciiHexDigit((char)text[1]) && char.IsAsciiHexDigit((char)text[2]))
        {
            b = (byte)((Digit(text[1]) << 4) | Digit(text[2]));
            return true;
        }

        b = 0;
        return false;
    }

    public static int Digit(byte hex) => char.IsAsciiDigit((char)hex) ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
