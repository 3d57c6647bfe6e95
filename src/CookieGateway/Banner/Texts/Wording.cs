using System.Globalization;
using System.Text.RegularExpressions;

namespace CookieGateway.Banner.Texts;

/// <summary>
/// Puts values into a text. <c>{name}</c> stands for a value, and <c>{name|one|few|many}</c> for a number with its noun in the form
/// that the language wants: three forms in Russian, two in English; Kazakh nouns do not change after a number.
/// </summary>
public static partial class Wording
{
    public static string Fill(string text, string language, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var known = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            known[name] = value;
        }

        return Slots().Replace(text, slot => known.TryGetValue(slot.Groups["name"].Value, out var value)
            ? Written(value, slot.Groups["form"].Captures, language)
            : slot.Value);
    }

    private static string Written(object value, CaptureCollection forms, string language)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;

        // A number and its noun must not part at the end of a line.
        return forms.Count == 0 ? text : $"{text}\u00A0{forms[Math.Min(Form((int)value, language), forms.Count - 1)].Value}";
    }

    // https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
    private static int Form(int number, string language) => language switch
    {
        "ru" => (number % 10, number % 100) switch
        {
            (1, not 11) => 0,
            ( >= 2 and <= 4, < 12 or > 14) => 1,
            _ => 2,
        },
        _ => number == 1 ? 0 : 1,
    };

    [GeneratedRegex(@"\{(?<name>[a-z]+)(\|(?<form>[^|}]+))*\}", RegexOptions.IgnoreCase)]
    private static partial Regex Slots();
}
