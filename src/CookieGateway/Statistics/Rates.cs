using CookieGateway.Consent.Purposes;

namespace CookieGateway.Statistics;

/// <summary>What a site's visitors answered in a period.</summary>
public sealed record Rates
{
    public required Period Period { get; init; }

    public required Answers Total { get; init; }

    /// <summary>Every day of the period, those without a visit included.</summary>
    public required IReadOnlyList<(DateOnly Day, Answers Answers)> ByDay { get; init; }

    /// <summary>How many of the answers granted each purpose.</summary>
    public required IReadOnlyList<(Purpose Purpose, long Granted)> ByPurpose { get; init; }

    /// <summary>Languages of the banner, the most frequent first.</summary>
    public required IReadOnlyList<(string Language, Answers Answers)> ByLanguage { get; init; }

    /// <summary>The banners that a site compares, the most frequent first; empty where every visitor sees the same.</summary>
    public required IReadOnlyList<(string Variant, Answers Answers)> ByVariant { get; init; }

    /// <summary>Visits that were not asked, as the browser had refused by itself.</summary>
    public required long RefusedBySignal { get; init; }

    public required long HeldTags { get; init; }

    public required long HeldCookies { get; init; }

    public required long OriginFailures { get; init; }

    public required long GatewayFailures { get; init; }

    /// <summary>Several sites as one. Every list is of the same days and purposes.</summary>
    public static Rates Sum(Period period, IReadOnlyList<Rates> sites) => new()
    {
        Period = period,
        Total = Sum(sites.Select(site => site.Total)),
        ByDay = [.. period.Days.Select((day, index) => (day, Sum(sites.Select(site => site.ByDay[index].Answers))))],
        ByPurpose = [.. PurposeWords.Grantable.Select((purpose, index) => (purpose, sites.Sum(site => site.ByPurpose[index].Granted)))],
        ByLanguage = Ordered(sites.SelectMany(site => site.ByLanguage).GroupBy(entry => entry.Language, StringComparer.Ordinal)
            .Select(language => (language.Key, Sum(language.Select(entry => entry.Answers))))),
        // The variants of one site mean nothing on another.
        ByVariant = sites.Count == 1 ? sites[0].ByVariant : [],
        RefusedBySignal = sites.Sum(site => site.RefusedBySignal),
        HeldTags = sites.Sum(site => site.HeldTags),
        HeldCookies = sites.Sum(site => site.HeldCookies),
        OriginFailures = sites.Sum(site => site.OriginFailures),
        GatewayFailures = sites.Sum(site => site.GatewayFailures),
    };

    internal static Rates Of(Period period, IReadOnlyList<DayCounts> days) => new()
    {
        Period = period,
        Total = Sum(days.Select(day => day.Answers())),
        ByDay = [.. days.Select(day => (day.Day, day.Answers()))],
        ByPurpose = [.. PurposeWords.Grantable.Select(purpose => (purpose, Sum(days, CountFields.Granted(purpose))))],
        ByLanguage = Ordered(days.SelectMany(day => day.Languages()).Distinct(StringComparer.Ordinal)
            .Select(language => (language, Sum(days.Select(day => day.AnswersIn(language)))))),
        ByVariant = Ordered(days.SelectMany(day => day.Variants()).Distinct(StringComparer.Ordinal)
            .Select(variant => (variant, Sum(days.Select(day => day.AnswersTo(variant)))))),
        RefusedBySignal = Sum(days, CountFields.Visits(PageState.RefusedBySignal)),
        HeldTags = Sum(days, CountFields.HeldTags),
        HeldCookies = Sum(days, CountFields.HeldCookies),
        OriginFailures = Sum(days, CountFields.Failures(VisitFailure.Origin)),
        GatewayFailures = Sum(days, CountFields.Failures(VisitFailure.Gateway)),
    };

    private static Answers Sum(IEnumerable<Answers> parts) => parts.Aggregate(default(Answers), (sum, part) => sum + part);

    private static IReadOnlyList<(string Language, Answers Answers)> Ordered(IEnumerable<(string Language, Answers Answers)> languages) =>
        [.. languages.OrderByDescending(entry => entry.Answers.Offered).ThenBy(entry => entry.Language, StringComparer.Ordinal)];

    private static long Sum(IReadOnlyList<DayCounts> days, string field) => days.Sum(day => day[field]);
}
