using System.Globalization;
using CookieGateway.Dashboard.Words;
using CookieGateway.Sites;
using CookieGateway.Statistics;

namespace CookieGateway.Dashboard.AcceptRates;

/// <summary>The rates as rows: one for each site and day, in numbers that a spreadsheet adds up.</summary>
internal static class RatesCsv
{
    public static IEnumerable<IEnumerable<string?>> Rows(IReadOnlyList<(Site Site, Rates Rates)> sites, Wording words) =>
        sites.SelectMany(entry => entry.Rates.ByDay.Select(day => Row(entry.Site, day.Day, day.Answers)))
            .Prepend(Head(words));

    private static IEnumerable<string?> Head(Wording words) =>
    [
        words["rates.site"], words["rates.day"], words["rates.pages"], words["rates.visits"], words["rates.all"],
        words["rates.some"], words["rates.nothing"], words["rates.silent"], words["rates.withdrew"],
    ];

    private static IEnumerable<string?> Row(Site site, DateOnly day, Answers answers) =>
        new[] { answers.Pages, answers.Offered, answers.AcceptedAll, answers.Chose, answers.RefusedAll, answers.DidNotAnswer, answers.Withdrew }
            .Select(number => number.ToString(CultureInfo.InvariantCulture))
            .Prepend(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Prepend(Pick.NameOf(site));
}
