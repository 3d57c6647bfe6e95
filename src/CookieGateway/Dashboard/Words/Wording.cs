using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace CookieGateway.Dashboard.Words;

/// <summary>
/// The dashboard's words, numbers and dates in one language. It brings its own formats instead of asking the machine for a culture,
/// so that a report reads the same on every machine, those without language data included.
/// </summary>
public sealed class Wording
{
    public const string Default = "ru";

    private static readonly FrozenDictionary<string, Wording> All =
        new[] { "ru", "kk", "en" }.ToFrozenDictionary(code => code, code => new Wording(code), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _texts;
    private readonly NumberFormatInfo _numbers;

    private Wording(string code)
    {
        Code = code;
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream($"words/{code}.json")
            ?? throw new InvalidOperationException($"The dashboard's words in \"{code}\" are not in the program. Build it anew.");
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);

        _numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        _numbers.NumberGroupSeparator = code == "en" ? "," : "\u00A0";
        _numbers.NumberDecimalSeparator = code == "en" ? "." : ",";
    }

    public static IReadOnlyList<string> Languages { get; } = ["ru", "kk", "en"];

    public string Code { get; }

    internal IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text of that name.</summary>
    public string this[string key] => _texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"The dashboard has no text \"{key}\" in \"{Code}\". Add it to Dashboard/Words/{Code}.json.");

    /// <summary>The words of a language; the default's for a language there is none of.</summary>
    public static Wording In(string? code) => All.GetValueOrDefault(code ?? Default) ?? All[Default];

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text with what belongs in its places <c>{0}</c>, <c>{1}</c>.</summary>
    public string With(string key, params ReadOnlySpan<object?> parts) => string.Format(_numbers, this[key], parts);

    public string Number(long number) => number.ToString("N0", _numbers);

    /// <summary>Whole percent; a dash when there is nothing to take a share of.</summary>
    public string Percent(int? percent) => percent is null ? "–" : Number(percent.Value) + (Code == "en" ? "%" : "\u00A0%");

    /// <summary>A number with its noun in the form the language wants: 1 визит, 2 визита, 5 визитов.</summary>
    public string Count(string key, long number)
    {
        var forms = this[key].Split('|');
        return $"{Number(number)}\u00A0{forms[Math.Min(Form(number), forms.Length - 1)]}";
    }

    public string Day(DateOnly day) => $"{day.Day}\u00A0{Month(day)}";

    public string Date(DateOnly day) => $"{Day(day)} {day.Year.ToString(CultureInfo.InvariantCulture)}";

    public string Dates(DateOnly from, DateOnly to) =>
        from == to ? Date(from) : $"{(from.Year == to.Year ? Day(from) : Date(from))}\u2009–\u2009{Date(to)}";

    /// <summary>A moment, in the readers' time zone.</summary>
    public string Moment(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private string Month(DateOnly day) => this["months"].Split('|')[day.Month - 1];

    // https://cldr.unicode.org/index/cldr-spec/plural-rules
    private int Form(long number) => Code switch
    {
        "ru" when number % 10 == 1 && number % 100 != 11 => 0,
        "ru" when number % 10 is >= 2 and <= 4 && number % 100 is not (>= 12 and <= 14) => 1,
        "ru" => 2,
        "en" when number == 1 => 0,
        "en" => 1,
        _ => 0,
    };
}
