namespace CookieGateway.Html.Tests.Support;

/// <summary>Changes a page at random places, in the ways that hurt a tokenizer. The same seed gives the same page.</summary>
internal static class Mutation
{
    private static readonly string[] Splinters =
    [
        "<", ">", "\"", "'", "=", "/", "<!--", "-->", "<![CDATA[", "]]>", "</", "<script>", "</script>", "<noscript>", "</noscript>", "<svg>", "</svg>",
        "<select>", "<style>", "</style>", "<template>", "<col>", "<title>", "<textarea>", "<plaintext>", "<frameset>", "\0", "\u00FF", "&", "<img src=x ", "--!>", "<foreignObject>",
    ];

    public static byte[] Of(byte[] page, Random random)
    {
        var bytes = new List<byte>(Window(page, random).ToArray());
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            Edit(bytes, random);
        }

        return [.. bytes];
    }

    /// <summary>A part of the page: small inputs fail just as well, and many more of them can be tried.</summary>
    private static ReadOnlySpan<byte> Window(byte[] page, Random random)
    {
        var length = Math.Min(page.Length, random.Next(1, 3000));
        return page.AsSpan(random.Next(page.Length - length + 1), length);
    }

    private static void Edit(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 40), bytes.Count - at);
        switch (random.Next(4))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(random.Next(bytes.Count + 1), [.. bytes.GetRange(at, length)]);
                break;
            case 2 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            default:
                bytes.InsertRange(at, Run.Bytes(Splinters[random.Next(Splinters.Length)]));
                break;
        }
    }
}
