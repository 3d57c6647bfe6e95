using CookieGateway.Banner.Texts;

namespace CookieGateway.ConsentApi.Pages;

/// <summary>How long a cookie stays, in the largest unit that says it well.</summary>
internal static class Lifetimes
{
    private const double DaysOfMonth = 30.44;
    private const double DaysOfYear = 365.25;

    /// <summary>Null when it is not known.</summary>
    public static string? Of(double? days, OwnVisit visit)
    {
        var texts = visit.Texts.Declaration;
        return days switch
        {
            null => null,
            0 => texts.Session,
            < 1.0 / 24 => Fill(texts.Minutes, days.Value * 24 * 60),
            < 1 => Fill(texts.Hours, days.Value * 24),
            < 60 => Fill(texts.Days, days.Value),
            < 360 => Fill(texts.Months, days.Value / DaysOfMonth),
            _ => Fill(texts.Years, days.Value / DaysOfYear),
        };

        string Fill(string text, double number) =>
            Wording.Fill(text, visit.Language, ("n", Math.Max(1, (int)Math.Round(number, MidpointRounding.AwayFromZero))));
    }
}
