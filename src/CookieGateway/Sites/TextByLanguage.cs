using System.Collections.Frozen;

namespace CookieGateway.Sites;

/// <summary>The same text in some languages, by two-letter code.</summary>
public sealed class TextByLanguage
{
    private readonly FrozenDictionary<string, string> _texts;

    public TextByLanguage(IEnumerable<KeyValuePair<string, string>> texts) =>
        _texts = texts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static TextByLanguage Empty { get; } = new([]);

    public bool IsEmpty => _texts.Count == 0;

    public IEnumerable<string> Languages => _texts.Keys.Order(StringComparer.Ordinal);

    public bool Has(string language) => _texts.ContainsKey(language);

    /// <summary>The text in this language, else in Russian, Kazakh, English or whatever there is; null when there is none at all.</summary>
    public string? In(string language)
    {
        foreach (var candidate in (ReadOnlySpan<string>)[language, "ru", "kk", "en"])
        {
            if (_texts.TryGetValue(candidate, out var text))
            {
                return text;
            }
        }

        return Languages.Select(found => _texts[found]).FirstOrDefault();
    }
}
