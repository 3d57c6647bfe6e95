namespace CookieGateway.Sites;

/// <summary>How the banner looks on a site. What it may not do (hide the refusal, tick a box) is not a setting.</summary>
public sealed record BannerSettings
{
    /// <summary>"bottom", "top" or "corner".</summary>
    public required string Position { get; init; }

    /// <summary>Names of the banner's custom properties, without the leading hyphens, and their values.</summary>
    public required IReadOnlyDictionary<string, string> Theme { get; init; }

    /// <summary>Texts that replace the built-in ones, by language and the name of the text.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; }

    /// <summary>Variants to compare, by name; each holds settings that differ from these.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Variants { get; init; }
}
