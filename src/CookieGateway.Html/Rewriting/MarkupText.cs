namespace CookieGateway.Html.Rewriting;

/// <summary>Writes text so that it is text wherever it is put.</summary>
internal static class MarkupText
{
    /// <summary>Appends characters as a value for between double quotes, in ASCII.</summary>
    public static void AppendAttributeValue(ByteBuffer to, ReadOnlySpan<char> value)
    {
        while (value.IndexOfAny('&', '"') is >= 0 and var at)
        {
            to.AppendAscii(value[..at]);
            to.Append(value[at] == '&' ? "&amp;"u8 : "&quot;"u8);
            value = value[(at + 1)..];
        }

        to.AppendAscii(value);
    }

    /// <summary>Appends a value for between double quotes.</summary>
    public static void AppendAttributeValue(ByteBuffer to, ReadOnlySpan<byte> value)
    {
        while (true)
        {
            var at = value.IndexOfAny((byte)'&', (byte)'"');
            if (at < 0)
            {
                to.Append(value);
                return;
            }

            to.Append(value[..at]);
            to.Append(value[at] == '&' ? "&amp;"u8 : "&quot;"u8);
            value = value[(at + 1)..];
        }
    }
}
