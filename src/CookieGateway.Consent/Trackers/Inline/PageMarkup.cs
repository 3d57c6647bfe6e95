namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>Markup in a string that a script writes for the page's own sake: what it shows, or a style sheet of its own.</summary>
internal static class PageMarkup
{
    private static readonly ScriptWords Tags = ScriptWords.Of(
        "link style div p ul ol li table tr td th h1 h2 h3 h4 h5 h6 form label select option textarea button nav header footer main section article svg");

    /// <summary>Whether the string begins with such a tag.</summary>
    public static bool Is(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != (byte)'<')
        {
            return false;
        }

        var length = text[1..].IndexOfAny(" >/\\"u8);
        return length > 0 && Tags.Contains(text.Slice(1, length));
    }
}
