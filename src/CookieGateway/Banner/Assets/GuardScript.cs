using System.Text.Encodings.Web;
using System.Text.Json;
using CookieGateway.Sites;

namespace CookieGateway.Banner.Assets;

/// <summary>
/// The first script of a page: guard, doors and stubs with one site's rules, in one file, so that a page asks for one thing before it goes on.
/// </summary>
internal static class GuardScript
{
    public const string Name = "guard.js";

    // What stands in guard.js where the rules go: the file is a script of its own with no rules at all.
    private const string NoRules = "const rules={}";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // It is a file of its own, not text within markup: only what ends a JavaScript string has to be escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The list of all trackers of a site, which the guard fetches where it needs it.</summary>
    public const string RestName = "trackers.json";

    public static Asset RestFor(Site site) => new(RestName, JsonSerializer.Serialize(GuardTable.Of(site.Judge.GuardRules), Json));

    /// <summary>What a withdrawal tells the vendors, and removes.</summary>
    public const string VendorsName = "vendors.json";

    public static Asset VendorsFor(Site site) => new(VendorsName, JsonSerializer.Serialize(VendorTable.Of(site), Json));

    public static Asset For(Site site, string restPath)
    {
        var guard = AssetText.Read(Name, site.Brand);
        var rules = $"const rules = {JsonSerializer.Serialize(GuardKnowledge.Of(site, restPath), Json)}";
        string[] parts = site.TrackerRules.Lists.Count == 0 ? ["doors.js", "stubs.js"] : ["lists.js", "doors.js", "stubs.js"];
        return guard.Contains(NoRules, StringComparison.Ordinal)
            ? new Asset(Name, string.Join(';', [guard.Replace(NoRules, rules, StringComparison.Ordinal), .. parts.Select(part => AssetText.Read(part, site.Brand))]))
            : throw new InvalidOperationException($"wwwroot/banner/{Name} has no \"{NoRules}\" for the site's rules to take the place of.");
    }
}
