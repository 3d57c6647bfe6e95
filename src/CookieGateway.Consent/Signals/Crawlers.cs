using System.Text.RegularExpressions;

namespace CookieGateway.Consent.Signals;

/// <summary>Search engines and other machines that say what they are. They get the same pages as a new visitor; nothing is recorded for them.</summary>
public static partial class Crawlers
{
    /// <summary>Whether a User-Agent header names one.</summary>
    public static bool IsOne(string? userAgent) => userAgent is not null && Names().IsMatch(userAgent);

    [GeneratedRegex(@"bot\b|bots\b|crawler|spider|slurp|mediapartners|facebookexternalhit|lighthouse|yandex(images|metrika|direct|webmaster)|mail\.ru_",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
