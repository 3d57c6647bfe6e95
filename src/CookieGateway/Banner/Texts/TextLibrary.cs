using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CookieGateway.Sites;

namespace CookieGateway.Banner.Texts;

/// <summary>The built-in texts in Russian, Kazakh and English, and what a site says instead of them.</summary>
public static class TextLibrary
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly ConcurrentDictionary<string, NoticeTexts> BuiltIn = new(StringComparer.Ordinal);

    /// <summary>The languages that every text exists in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ru", "kk", "en"];

    /// <summary>The built-in texts; a language that is none of ours gets English.</summary>
    public static NoticeTexts For(string language) =>
        BuiltIn.GetOrAdd(Languages.Contains(language) ? language : "en", static known => Parse(Read(known)));

    /// <summary>What this site says: the built-in texts with its own in their places. A text that the site names wrongly is left out;
    /// <see cref="TextLint"/> is where its operator is told.</summary>
    public static NoticeTexts For(BannerSettings banner, string language)
    {
        if (!banner.Texts.TryGetValue(language, out var own) || own.Count == 0)
        {
            return For(language);
        }

        var texts = Read(Languages.Contains(language) ? language : "en");
        foreach (var (name, text) in own)
        {
            if (Slot(texts, name) is var (section, key))
            {
                section[key] = text;
            }
        }

        return Parse(texts);
    }

    /// <summary>Whether there is a text of this name, as in "banner.accept".</summary>
    public static bool Has(string name) => Slot(Read("en"), name) is not null;

    /// <summary>Every text of a language with its name.</summary>
    public static IEnumerable<(string Name, string Text)> All(NoticeTexts texts) =>
        from section in JsonSerializer.SerializeToNode(texts, Strict)!.AsObject()
        from text in section.Value!.AsObject()
        select ($"{section.Key}.{text.Key}", text.Value!.GetValue<string>());

    private static (JsonObject Section, string Key)? Slot(JsonObject texts, string name) =>
        name.Split('.') is [var section, var key] && texts[section] is JsonObject found && found.ContainsKey(key)
            ? (found, key)
            : null;

    private static NoticeTexts Parse(JsonObject texts) => texts.Deserialize<NoticeTexts>(Strict)!;

    private static JsonObject Read(string language)
    {
        using var file = typeof(TextLibrary).Assembly.GetManifestResourceStream($"texts/{language}.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }
}
