using System.Globalization;

namespace CookieGateway.Sites.Reading;

/// <summary>Reads one section of the configuration: gives values and defaults, and reports what is wrong with a value instead of throwing.</summary>
internal sealed class SectionReader(IConfigurationSection section, ConfigurationReport report)
{
    public string Path => section.Path;

    public bool IsPresent => section.Exists();

    /// <summary>The names of the keys in it, sorted as configuration sorts them.</summary>
    public IEnumerable<string> Keys => section.GetChildren().Select(child => child.Key);

    public SectionReader Part(string key) => new(section.GetSection(key), report);

    public IEnumerable<SectionReader> Parts() =>
        section.GetChildren().Select(child => new SectionReader(child, report));

    /// <summary>The key's text without surrounding spaces; null where it is missing or empty.</summary>
    public string? Text(string key) =>
        section[key]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A list of texts with the key of each. A single text counts as a list of one.</summary>
    public IReadOnlyList<(string Key, string Text)> Texts(string key)
    {
        var list = section.GetSection(key);
        if (list.Value is { } single)
        {
            return single.Trim().Length == 0 ? [] : [(list.Path, single.Trim())];
        }

        return [.. list.GetChildren().Select(child => (child.Path, child.Value?.Trim() ?? ""))];
    }

    /// <summary>Texts by key, as in { "ru": "…", "kk": "…" }.</summary>
    public IReadOnlyDictionary<string, string> Map(string key) =>
        section.GetSection(key).GetChildren()
            .Where(child => !string.IsNullOrWhiteSpace(child.Value))
            .ToDictionary(child => child.Key, child => child.Value!.Trim(), StringComparer.OrdinalIgnoreCase);

    public int Number(string key, int otherwise, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Mistake(key, text, $"Write a whole number from {least} to {most}.");
        return otherwise;
    }

    public bool Switch(string key, bool otherwise)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        Mistake(key, text, "Write true or false.");
        return otherwise;
    }

    public TWord Word<TWord>(string key, TWord otherwise)
        where TWord : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        foreach (var word in Enum.GetValues<TWord>())
        {
            if (text.Equals(word.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        Mistake(key, text, $"It must be {Words.Either(Enum.GetNames<TWord>().Select(name => name.ToLowerInvariant()))}.");
        return otherwise;
    }

    public void Mistake(string key, string seen, string advice) =>
        report.Mistake($"{Path}:{key} is \"{seen}\". {advice}");

    public void Mistake(string sentence) => report.Mistake(sentence);

    /// <summary>A misspelt key would silently mean its default, so every key that is not known is a mistake.</summary>
    public void KnowsOnly(params string[] known)
    {
        foreach (var key in Keys.Except(known, StringComparer.OrdinalIgnoreCase))
        {
            var advice = Words.Closest(key, known) is { } meant
                ? $"Did you mean {meant}?"
                : $"Remove it, or use one of {string.Join(", ", known)}.";
            report.Mistake($"{Path}:{key} is not a key of the configuration. {advice}");
        }
    }
}
