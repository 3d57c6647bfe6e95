using System.Text.RegularExpressions;

namespace CookieGateway.Banner.Texts;

/// <summary>
/// What a notice may not say: texts by which silence would become a consent, or by which refusing would look like something else.
/// EDPB Guidelines 05/2020, 3.1 and 3.4: consent is an act, and free.
/// </summary>
public static partial class TextLint
{
    private const int MostDifferentLength = 3;

    /// <summary>What is wrong with a site's own texts, in sentences; empty when all is well.</summary>
    /// <param name="bannerKey">Where in the configuration the banner stands, as in "Sites:clinic:Banner".</param>
    /// <param name="texts">Texts by language and name.</param>
    public static IEnumerable<string> Mistakes(
        string bannerKey, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> texts)
    {
        foreach (var (language, own) in texts)
        {
            if (!TextLibrary.Languages.Contains(language))
            {
                yield return $"{bannerKey}:Texts:{language} is in no language of ours. There are ru, kk and en.";
                continue;
            }

            foreach (var (name, text) in own)
            {
                var key = $"{bannerKey}:Texts:{language}:{name}";
                if (!TextLibrary.Has(name))
                {
                    yield return $"{key} replaces no text. The texts' names are those of the built-in ones, as in \"banner.title\".";
                }
                else if (Complaint(text) is { } complaint)
                {
                    yield return $"{key} is \"{text}\". {complaint}";
                }
            }

            var built = TextLibrary.For(language);
            foreach (var mistake in (string[])
                [
                    .. UnequalLabels(bannerKey, language, own, "banner", built.Banner.Accept, built.Banner.Refuse),
                    .. UnequalLabels(bannerKey, language, own, "again", built.Again.Accept, built.Again.Refuse),
                ])
            {
                yield return mistake;
            }
        }
    }

    /// <summary>What is wrong with a text; null when nothing is.</summary>
    public static string? Complaint(string text) =>
        string.IsNullOrWhiteSpace(text) ? "A text cannot be empty. Leave the key out to get the built-in one."
        : ConsentBySilence().IsMatch(text) ? "Going on with the visit is no consent. Say what is asked, and leave the answer to the buttons."
        : Markup().IsMatch(text) ? "It must be plain text, without markup."
        : null;

    /// <summary>Accepting and refusing must be equally easy to find: neither label may be a whisper beside the other.</summary>
    private static IEnumerable<string> UnequalLabels(
        string bannerKey, string language, IReadOnlyDictionary<string, string> own, string section, string builtAccept, string builtRefuse)
    {
        var accept = own.GetValueOrDefault(section + ".accept", builtAccept);
        var refuse = own.GetValueOrDefault(section + ".refuse", builtRefuse);
        if (accept == refuse)
        {
            yield return $"{bannerKey}:Texts:{language} gives accepting and refusing the same label \"{accept}\". They must differ.";
        }
        else if (accept.Length > MostDifferentLength * refuse.Length || refuse.Length > MostDifferentLength * accept.Length)
        {
            yield return $"{bannerKey}:Texts:{language} has the labels \"{accept}\" and \"{refuse}\". "
                + "One is more than three times as long as the other; make them alike.";
        }
    }

    [GeneratedRegex(
        @"by (continuing|using|visiting|browsing|closing|scrolling)\b|you (automatically )?agree by|continued use|"
        + @"продолжая|используя (этот |наш |данный )?сайт|оставаясь на сайте|пользуясь (этим |нашим |данным )?сайтом|закрывая это|прокручивая|"
        + @"(пайдалануды|шолуды|қарауды) жалғастыр|сайтты пайдалану арқылы|сайтта қалу арқылы",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConsentBySilence();

    [GeneratedRegex(@"<[a-z/!]", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
