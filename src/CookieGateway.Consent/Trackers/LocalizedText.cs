namespace CookieGateway.Consent.Trackers;

/// <summary>A sentence in the languages of the product.</summary>
/// <param name="Ru">Russian.</param>
/// <param name="Kk">Kazakh.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Ru, string Kk, string En)
{
    /// <summary>Nothing, in every language.</summary>
    public static LocalizedText Empty { get; } = new("", "", "");

    /// <summary>The sentence in a language, as in "kk" or "kk-KZ"; English for a language that is not there.</summary>
    public string In(string language) =>
        language.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? Ru
        : language.StartsWith("kk", StringComparison.OrdinalIgnoreCase) ? Kk
        : En;
}
