namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>Reads the lines of a filter list. https://help.adblockplus.org/hc/en-us/articles/360062733293</summary>
internal static class FilterRuleReader
{
    private static readonly string[] CosmeticMarks = ["##", "#@#", "#?#", "#@?#", "#$#", "#@$#", "#%#", "#@%#", "$$", "$@$"];

    /// <summary>The rule of a line; null for comments, for what hides elements, and for what this product does not do.</summary>
    public static FilterRule? Read(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] is '!' or '[' || IsCosmetic(text))
        {
            return null;
        }

        var isException = text.StartsWith("@@", StringComparison.Ordinal);
        text = isException ? text[2..] : text;
        var dollar = OptionsStart(text);
        var pattern = dollar < 0 ? text : text[..dollar];
        var options = dollar < 0 ? RuleOptions.None : RuleOptionsReader.Read(text[(dollar + 1)..]);

        // A rule without a pattern would hold everything; only one about cookies or with a domain of its own can mean that.
        return options is null || (pattern.Length < 2 && options.Cookie is null && options.OnDomains.Length == 0)
            ? null
            : new FilterRule(pattern, options, isException);
    }

    /// <summary>Where the options begin: the last dollar sign that has letters behind it. Expressions have dollar signs too.</summary>
    private static int OptionsStart(string text)
    {
        for (var at = text.Length - 2; at >= 0; at--)
        {
            if (text[at] == '$' && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '~' or '1' or '3'))
            {
                return text.StartsWith('/') && text.LastIndexOf('/') > at && !text.AsSpan(at).Contains('=') ? -1 : at;
            }
        }

        return -1;
    }

    private static bool IsCosmetic(string text) =>
        Array.Exists(CosmeticMarks, mark => text.Contains(mark, StringComparison.Ordinal));
}
