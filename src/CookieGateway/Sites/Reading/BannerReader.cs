namespace CookieGateway.Sites.Reading;

/// <summary>Reads <c>Banner</c> of a site.</summary>
internal static class BannerReader
{
    private const int LongestName = 24;

    private static readonly string[] Positions = ["bottom", "top", "corner"];

    public static BannerSettings Read(SectionReader section)
    {
        section.KnowsOnly("Position", "Theme", "Texts", "Variants");
        var banner = new BannerSettings
        {
            Name = BannerSettings.Base,
            Position = ReadPosition(section) ?? "bottom",
            Theme = section.Map("Theme"),
            Texts = ReadTexts(section.Part("Texts")),
            Variants = [],
        };
        var variants = section.Part("Variants");
        return banner with { Variants = [.. variants.Keys.Select(name => ReadVariant(variants, name, banner))] };
    }

    /// <summary>A variant says only what differs.</summary>
    private static BannerSettings ReadVariant(SectionReader variants, string name, BannerSettings banner)
    {
        // The name becomes a part of the counters' names.
        if (name == BannerSettings.Base || name.Length > LongestName || !name.All(char.IsAsciiLetterLower))
        {
            variants.Mistake($"{variants.Path}:{name} cannot be called so. A variant's name is at most {LongestName} lower-case Latin letters, and not \"{BannerSettings.Base}\".");
        }

        var section = variants.Part(name);
        section.KnowsOnly("Position", "Theme", "Texts");
        return banner with
        {
            Name = name,
            Position = ReadPosition(section) ?? banner.Position,
            Theme = Over(banner.Theme, section.Map("Theme")),
            Texts = OverEach(banner.Texts, ReadTexts(section.Part("Texts"))),
        };
    }

    private static string? ReadPosition(SectionReader section)
    {
        var position = section.Text("Position")?.ToLowerInvariant();
        if (position is not null && !Positions.Contains(position, StringComparer.Ordinal))
        {
            section.Mistake("Position", position, $"It must be {Words.Either(Positions)}.");
        }

        return position;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ReadTexts(SectionReader section) =>
        section.Keys.ToDictionary(key => key, section.Map, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> Over(IReadOnlyDictionary<string, string> below, IReadOnlyDictionary<string, string> above)
    {
        var both = new Dictionary<string, string>(below, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in above)
        {
            both[key] = value;
        }

        return both;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> OverEach(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> below, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> above)
    {
        var both = new Dictionary<string, IReadOnlyDictionary<string, string>>(below, StringComparer.OrdinalIgnoreCase);
        foreach (var (language, texts) in above)
        {
            both[language] = Over(both.GetValueOrDefault(language, new Dictionary<string, string>()), texts);
        }

        return both;
    }
}
