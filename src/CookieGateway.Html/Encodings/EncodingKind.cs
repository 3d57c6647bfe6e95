namespace CookieGateway.Html.Encodings;

/// <summary>Whether a byte below 0x80 is what it is in ASCII.</summary>
public enum EncodingKind
{
    /// <summary>
    /// Markup can be found by its bytes. UTF-8 and the single-byte encodings keep ASCII apart altogether. Shift_JIS, Big5, GBK, gb18030 and
    /// EUC-KR have second bytes among letters, digits and some signs (0x30 to 0x39, 0x40 to 0x7E), but none that delimits markup: no white space and
    /// none of <c>&lt; &gt; " ' = / &amp; ! ?</c>. A first byte that such a delimiter follows is no pair to a browser either: the delimiter counts.
    /// What is not guaranteed: a backslash or a backtick in the text of a script may be half of a character.
    /// </summary>
    AsciiCompatible,

    /// <summary>UTF-16, little endian: to be transcoded, or refused.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, big endian: to be transcoded, or refused.</summary>
    Utf16BigEndian,

    /// <summary>ISO-2022-JP: escape sequences turn ASCII bytes into halves of characters. To be transcoded, or refused.</summary>
    Iso2022Jp,

    /// <summary>Encodings that browsers no longer read at all, such as ISO-2022-KR and HZ: they show a single U+FFFD.</summary>
    Replacement,
}
