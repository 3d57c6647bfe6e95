namespace CookieGateway.Html.Encodings;

/// <summary>Finds a page's encoding as a browser does: byte order mark, header, meta element. https://html.spec.whatwg.org/#determining-the-character-encoding</summary>
public static class EncodingDetector
{
    /// <summary>How many bytes of a page's beginning are worth waiting for.</summary>
    public const int PrescannedBytes = 1024;

    /// <summary>
    /// Judges by the page's beginning and by the charset parameter of its Content-Type (empty when there is none).
    /// </summary>
    public static PageEncoding Detect(ReadOnlySpan<byte> beginning, ReadOnlySpan<char> charset)
    {
        if (ByMark(beginning) is { } marked)
        {
            return marked;
        }

        if (EncodingLabels.NameOf(charset.Trim('"')) is { } named)
        {
            return Of(named, EncodingSource.Header);
        }

        var prescanned = beginning[..Math.Min(beginning.Length, PrescannedBytes)];
        return MetaPrescan.Find(prescanned) is { } declared
            ? Of(declared, EncodingSource.Meta)
            : Of("windows-1252", EncodingSource.Default);
    }

    private static PageEncoding? ByMark(ReadOnlySpan<byte> beginning) =>
        beginning.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Of("utf-8", EncodingSource.ByteOrderMark)
        : beginning.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Of("utf-16be", EncodingSource.ByteOrderMark)
        : beginning.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Of("utf-16le", EncodingSource.ByteOrderMark)
        : null;

    private static PageEncoding Of(string name, EncodingSource source) => new(name, EncodingLabels.KindOf(name), source);
}
