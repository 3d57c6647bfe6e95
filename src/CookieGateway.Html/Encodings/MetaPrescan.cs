using System.Buffers;
using System.Text;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Encodings;

/// <summary>https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding</summary>
internal static class MetaPrescan
{
    private static readonly AttributeTable NoInterests = new();
    private const string Space = " \t\n\f\r";
    private static readonly SearchValues<char> EndsLabel = SearchValues.Create(Space + ";");

    /// <summary>The name of the encoding that a meta element declares; null when none does.</summary>
    public static string? Find(ReadOnlySpan<byte> page)
    {
        var tag = new Tag(NoInterests);
        while (page.IndexOf((byte)'<') is >= 0 and var open)
        {
            page = page[open..];
            var length = Skip(page, tag, out var isMeta);
            if (isMeta && Declared(page, tag) is { } name)
            {
                return name;
            }

            page = page[Math.Min(length, page.Length)..];
        }

        return null;
    }

    /// <summary>How long the markup at the beginning is. Scripts are no exception here: the standard reads their text as markup.</summary>
    private static int Skip(ReadOnlySpan<byte> page, Tag tag, out bool isMeta)
    {
        isMeta = false;
        if (page.StartsWith("<!--"u8))
        {
            var end = page[2..].IndexOf("-->"u8);
            return end < 0 ? page.Length : end + 5;
        }

        var nameStart = page.Length > 1 && page[1] == '/' ? 2 : 1;
        if (page.Length > nameStart && ByteClass.IsLetter(page[nameStart]))
        {
            if (!tag.TryRead(page, nameStart))
            {
                return page.Length;
            }

            isMeta = nameStart == 1 && Ascii.EqualsIgnoreCase(page[1..tag.NameEnd], "meta"u8);
            return tag.Length;
        }

        if (page.Length > 1 && page[1] is (byte)'!' or (byte)'/' or (byte)'?')
        {
            var end = page.IndexOf((byte)'>');
            return end < 0 ? page.Length : end + 1;
        }

        return 1;
    }

    private static string? Declared(ReadOnlySpan<byte> page, Tag tag)
    {
        var isPragma = false;
        string? fromContent = null;
        foreach (ref readonly var attribute in tag.Attributes)
        {
            var name = page[attribute.NameStart..attribute.NameEnd];
            var value = page[attribute.ValueStart..attribute.ValueEnd];
            if (Ascii.EqualsIgnoreCase(name, "charset"u8))
            {
                return Usable(Encoding.Latin1.GetString(value));
            }

            isPragma |= Ascii.EqualsIgnoreCase(name, "http-equiv"u8) && Ascii.EqualsIgnoreCase(value, "content-type"u8);
            fromContent ??= Ascii.EqualsIgnoreCase(name, "content"u8) ? CharsetIn(Encoding.Latin1.GetString(value)) : null;
        }

        return isPragma && fromContent is not null ? Usable(fromContent) : null;
    }

    /// <summary>A page that could be read so far is not UTF-16, whatever it says.</summary>
    private static string? Usable(string label) => EncodingLabels.NameOf(label) switch
    {
        "utf-16le" or "utf-16be" => "utf-8",
        "x-user-defined" => "windows-1252",
        var name => name,
    };

    /// <summary>https://html.spec.whatwg.org/#algorithm-for-extracting-a-character-encoding-from-a-meta-element</summary>
    private static string? CharsetIn(string content)
    {
        for (var at = 0; (at = content.IndexOf("charset", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += "charset".Length;
            var rest = content.AsSpan(at).TrimStart(Space);
            if (rest.IsEmpty || rest[0] != '=')
            {
                continue;
            }

            return LabelAt(rest[1..].TrimStart(Space));
        }

        return null;
    }

    private static string? LabelAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (text[0] is '"' or '\'')
        {
            var close = text[1..].IndexOf(text[0]);
            return close < 0 ? null : text[1..(close + 1)].ToString();
        }

        var end = text.IndexOfAny(EndsLabel);
        return (end < 0 ? text : text[..end]).ToString();
    }
}
