using System.Text.Json;

namespace CookieGateway.Banner.Texts;

/// <summary>
/// Names of countries in our three languages. The system's own names are not always there (they need ICU's data), and a consent must
/// say the same on every machine.
/// </summary>
public static class Countries
{
    private static readonly Dictionary<string, Dictionary<string, string>> Names = Read();

    /// <summary>The country's name; its code where we have no name for it; null where there is no code.</summary>
    public static string? Name(string code, string language) =>
        Names.TryGetValue(code, out var names) ? names.GetValueOrDefault(language, names["en"])
        : code.Length == 0 ? null
        : code;

    /// <summary>Names of several countries, each once, in alphabetical order.</summary>
    public static string List(IEnumerable<string> codes, string language) =>
        string.Join(", ", codes.Select(code => Name(code, language)).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        using var file = typeof(Countries).Assembly.GetManifestResourceStream("texts/countries.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(file)!;
    }
}
