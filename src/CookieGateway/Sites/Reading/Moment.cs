using System.Globalization;

namespace CookieGateway.Sites.Reading;

/// <summary>A date or a moment as configuration writes it.</summary>
internal static class Moment
{
    public const string Advice = "Write a date, as in \"2023-11-01\", or a moment, as in \"2023-11-01T00:00:00+05:00\".";

    // A bare date begins at midnight in Kazakhstan, which has been one zone since 1 March 2024.
    private static readonly TimeSpan Kazakhstan = TimeSpan.FromHours(5);

    public static DateTimeOffset? Read(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new DateTimeOffset(date, TimeOnly.MinValue, Kazakhstan);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
    }
}
