using System.Globalization;
using CookieGateway.Banner.Texts;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>What a site's banner may not look like, and may not say. A theme has no way to make one button smaller than the other.</summary>
public static class BannerLint
{
    private static readonly (string Text, string Ground)[] Pairs =
    [
        ("text", "background"), ("muted", "background"), ("link", "background"), ("button-text", "button"),
        ("dark-text", "dark-background"), ("dark-muted", "dark-background"), ("dark-link", "dark-background"),
        ("dark-button-text", "dark-button"),
    ];

    /// <summary>Everything that is wrong with a site's banner and its variants, in sentences; empty when all is well.</summary>
    public static IEnumerable<string> Mistakes(string siteId, BannerSettings banner)
    {
        var key = $"Sites:{siteId}:Banner";
        string[] own = [.. MistakesOf(key, banner)];

        // A variant has what it does not say from the site's banner; what is wrong there is said once.
        return own.Concat(banner.Variants.SelectMany(variant =>
        {
            var variantKey = $"{key}:Variants:{variant.Name}";
            return MistakesOf(variantKey, variant).Where(mistake => !own.Contains(mistake.Replace(variantKey, key, StringComparison.Ordinal)));
        }));
    }

    private static IEnumerable<string> MistakesOf(string key, BannerSettings banner) =>
        MistakesOf(key, banner.Theme).Concat(TextLint.Mistakes(key, banner.Texts));

    private static IEnumerable<string> MistakesOf(string key, IReadOnlyDictionary<string, string> theme)
    {
        foreach (var (name, value) in theme)
        {
            if (!Theme.BuiltIn.ContainsKey(name))
            {
                yield return $"{key}:Theme:{name} is nothing a theme can set. It can set {string.Join(", ", Theme.BuiltIn.Keys)}.";
            }
            else if (!Theme.IsHarmless(value))
            {
                yield return $"{key}:Theme:{name} is \"{value}\". It must be a plain CSS value, as in \"{Theme.BuiltIn[name]}\".";
            }
            else if (IsColour(name) && Contrast.Of(value, value) is null)
            {
                yield return $"{key}:Theme:{name} is \"{value}\". Write the colour as #rrggbb, so that its contrast can be checked.";
            }
        }

        foreach (var (text, ground) in Pairs.Where(pair => theme.ContainsKey(pair.Text) || theme.ContainsKey(pair.Ground)))
        {
            var (front, back) = (theme.GetValueOrDefault(text, Theme.BuiltIn[text]), theme.GetValueOrDefault(ground, Theme.BuiltIn[ground]));
            if (Contrast.Of(front, back) is { } contrast && contrast < Contrast.Least)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{key}:Theme has {text} {front} on {ground} {back}, a contrast of {contrast:0.0} to 1. It must be at least {Contrast.Least} to 1.");
            }
        }
    }

    private static bool IsColour(string name) => Theme.BuiltIn[name].StartsWith('#');
}
