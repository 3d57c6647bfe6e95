namespace CookieGateway.Sites.Reading;

/// <summary>Reads <c>Banner</c> of a site.</summary>
internal static class BannerReader
{
    private static readonly string[] Positions = ["bottom", "top", "corner"];

    public static BannerSettings Read(SectionReader section)
    {
        section.KnowsOnly("Position", "Theme", "Texts", "Variants");
        var position = section.Text("Position")?.ToLowerInvariant() ?? "bottom";
        if (!Positions.Contains(position, StringComparer.Ordinal))
        {
            section.Mistake("Position", position, $"It must be {Words.Either(Positions)}.");
        }

        return new BannerSettings
        {
            Position = position,
            Theme = section.Map("Theme"),
            Texts = ReadMaps(section.Part("Texts")),
            Variants = ReadMaps(section.Part("Variants")),
        };
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ReadMaps(SectionReader section) =>
        section.Keys.ToDictionary(key => key, section.Map, StringComparer.OrdinalIgnoreCase);
}
