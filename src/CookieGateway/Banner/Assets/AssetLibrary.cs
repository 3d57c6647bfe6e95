using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CookieGateway.Sites;

namespace CookieGateway.Banner.Assets;

/// <summary>All files of the banner, by name. Modules import each other by relative addresses, so they share one hash.</summary>
public sealed class AssetLibrary
{
    private static readonly string[] SharedNames =
    [
        "banner.js", "answer.js", "release.js", "signals.js", "withdraw.js", "preferences.js", "banner.css", "again.css", "pages.css", "empty.json",
        "autoconsent.json", "consent-o-matic.json",
    ];

    private readonly ConcurrentDictionary<string, SharedAssets> _shared = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<Site, Asset> _guards = [];
    private readonly ConditionalWeakTable<Site, Asset> _trackers = [];
    private readonly ConditionalWeakTable<Site, Asset> _vendors = [];

    /// <summary>The asset of this name, with or without the installation's prefix; null when there is none.</summary>
    public Asset? Find(Site site, string name) => OfSite(site, Plain(site, name)) ?? Shared(site).Files.GetValueOrDefault(Plain(site, name));

    /// <summary>Where this site's pages find it. The hash in it is the asset's own for the guard, and one for all others.</summary>
    public string PathOf(Site site, string name) => $"{site.PathPrefix}/assets/{HashOf(site, name)}/{site.Brand}-{name}";

    /// <summary>The hash that an address must carry for the answer to be kept for ever.</summary>
    public string HashOf(Site site, string name) => OfSite(site, Plain(site, name))?.Hash ?? Shared(site).Hash;

    /// <summary>The banner's style, to stand in the page itself.</summary>
    public string Style(Site site) => Shared(site).Style;

    /// <summary>What the banner that asks again needs besides.</summary>
    public string AgainStyle(Site site) => Shared(site).AgainStyle;

    /// <summary>What differs from site to site; null for all other names.</summary>
    private Asset? OfSite(Site site, string name) => name switch
    {
        GuardScript.Name => _guards.GetValue(site, known => GuardScript.For(known, PathOf(known, GuardScript.RestName))),
        GuardScript.RestName => _trackers.GetValue(site, GuardScript.RestFor),
        GuardScript.VendorsName => _vendors.GetValue(site, GuardScript.VendorsFor),
        _ => null,
    };

    private static string Plain(Site site, string name) =>
        name.StartsWith(site.Brand + "-", StringComparison.Ordinal) ? name[(site.Brand.Length + 1)..] : name;

    private SharedAssets Shared(Site site) => _shared.GetOrAdd(site.Brand, static brand => SharedAssets.Load(SharedNames, brand));

    private sealed record SharedAssets(IReadOnlyDictionary<string, Asset> Files, string Hash, string Style, string AgainStyle)
    {
        public static SharedAssets Load(IEnumerable<string> names, string brand)
        {
            var texts = names.ToDictionary(name => name, name => AssetText.Read(name, brand), StringComparer.Ordinal);
            return new(
                texts.ToDictionary(file => file.Key, file => new Asset(file.Key, file.Value), StringComparer.Ordinal),
                Asset.HashOf(texts.Values),
                texts["banner.css"].Replace("\n", "", StringComparison.Ordinal),
                texts["again.css"].Replace("\n", "", StringComparison.Ordinal));
        }
    }
}
