using System.Text;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>A site's own colours and shapes, as custom properties over the built-in ones. <see cref="BannerLint"/> has judged them before.</summary>
internal static class Theme
{
    /// <summary>What a theme may set, with what the style sheet has built in; in the dark scheme the same names begin with <c>dark-</c>.</summary>
    public static IReadOnlyDictionary<string, string> BuiltIn { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["background"] = "#ffffff",
        ["text"] = "#1d2a33",
        ["muted"] = "#4c5b66",
        ["link"] = "#0b5c6b",
        ["button"] = "#0b5c6b",
        ["button-text"] = "#ffffff",
        ["border"] = "#d5dde2",
        ["radius"] = "14px",
        ["font"] = "system-ui, sans-serif",
        ["dark-background"] = "#17222a",
        ["dark-text"] = "#eef3f5",
        ["dark-muted"] = "#b4c2ca",
        ["dark-link"] = "#8fd3e0",
        ["dark-button"] = "#8fd3e0",
        ["dark-button-text"] = "#0d2026",
        ["dark-border"] = "#33434d",
    };

    /// <summary>Rules that follow the built-in style; empty where the site has no theme.</summary>
    public static string Css(BannerSettings banner)
    {
        var light = new StringBuilder();
        var dark = new StringBuilder();
        foreach (var (name, value) in banner.Theme.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            if (!BuiltIn.ContainsKey(name) || !IsHarmless(value))
            {
                continue;
            }

            var target = name.StartsWith("dark-", StringComparison.Ordinal) ? dark : light;
            target.Append("--cg-").Append(name.Replace("dark-", "", StringComparison.Ordinal)).Append(':').Append(value).Append(';');
        }

        const string Everywhere = "#cg-banner,#cg-settings,[data-cg-placeholder]";
        return (light.Length, dark.Length) switch
        {
            (0, 0) => "",
            (_, 0) => $"{Everywhere}{{{light}}}",
            _ => $"{Everywhere}{{{light}}}@media(prefers-color-scheme:dark){{{Everywhere}{{{dark}}}}}",
        };
    }

    /// <summary>A value that can end neither its declaration nor the style element, nor ask for anything from elsewhere.</summary>
    public static bool IsHarmless(string value) =>
        value.Length is > 0 and <= 100
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '#' or '.' or ',' or '%' or '-' or '(' or ')' or '"' or '\'')
        && !value.Contains("url", StringComparison.OrdinalIgnoreCase);
}
