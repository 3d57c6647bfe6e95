using System.Globalization;

namespace CookieGateway.Banner;

/// <summary>The contrast of two colours. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio</summary>
internal static class Contrast
{
    /// <summary>What text must have. https://www.w3.org/TR/WCAG22/#contrast-minimum</summary>
    public const double Least = 4.5;

    /// <summary>From 1 to 21; null when one of the colours is not written as <c>#rgb</c> or <c>#rrggbb</c>.</summary>
    public static double? Of(string one, string other) =>
        Luminance(one) is { } first && Luminance(other) is { } second
            ? (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05)
            : null;

    private static double? Luminance(string colour)
    {
        var digits = colour is ['#', .. { Length: 3 or 6 } rest] ? rest : "";
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => $"{digit}{digit}"));
        }

        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 255)) + (0.0722 * Linear(rgb & 255))
            : null;
    }

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
