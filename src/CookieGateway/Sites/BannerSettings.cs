namespace CookieGateway.Sites;

/// <summary>How the banner looks on a site. What it may not do (hide the refusal, tick a box) is not a setting.</summary>
public sealed record BannerSettings
{
    /// <summary>What the settings of a site are called beside its variants.</summary>
    public const string Base = "base";

    /// <summary><see cref="Base"/>, or the variant's name in the configuration.</summary>
    public required string Name { get; init; }

    /// <summary>"bottom", "top" or "corner".</summary>
    public required string Position { get; init; }

    /// <summary>Names of the banner's custom properties, without the leading hyphens, and their values.</summary>
    public required IReadOnlyDictionary<string, string> Theme { get; init; }

    /// <summary>Texts that replace the built-in ones, by language and the name of the text.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; }

    /// <summary>Banners that are shown beside this one, to as many visitors each, to see which is understood best. Each is complete.</summary>
    public required IReadOnlyList<BannerSettings> Variants { get; init; }

    /// <summary>These settings and their variants: all that a visitor of the site may see.</summary>
    public IReadOnlyList<BannerSettings> All => [this, .. Variants];
}
