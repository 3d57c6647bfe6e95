using CookieGateway.Dashboard.Words;
using CookieGateway.Sites;
using CookieGateway.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.AcceptRates;

/// <summary>How many visitors agree?</summary>
internal sealed class IndexModel(SiteCatalog sites, RatesQuery query, CalendarDays days, Wording words) : PageModel
{
    /// <summary>Fewer than these are not shown by group: a small group is close to a person.</summary>
    private const int SmallestGroup = 10;

    private const int FewVisits = 100;

    public Pick Pick { get; private set; } = null!;

    public Rates Rates { get; private set; } = null!;

    public IReadOnlyList<(Site Site, Rates Rates)> BySite { get; private set; } = [];

    public RatesChart Chart { get; private set; } = null!;

    public string PeriodText { get; private set; } = "";

    public string? Comparison { get; private set; }

    public bool IsFew => Rates.Total.Offered < FewVisits;

    public string Zone => days.Zone.Id;

    public AnswersTable SiteTable => new(
        words["rates.site"],
        [.. BySite.Select(entry => new AnswersTable.Row(
            Pick.NameOf(entry.Site), entry.Rates.Total, "/" + (Pick with { Site = entry.Site }).Query))]);

    public AnswersTable LanguageTable => new(
        words["rates.language"],
        [.. Rates.ByLanguage.Select(entry => new AnswersTable.Row(
            Wording.Languages.Contains(entry.Language) ? Wording.In(entry.Language)["language"] : entry.Language, entry.Answers))])
    {
        SmallestGroup = SmallestGroup,
    };

    public AnswersTable VariantTable => new(
        words["rates.variant"],
        [.. Rates.ByVariant.Select(entry => new AnswersTable.Row(
            entry.Variant == BannerSettings.Base ? words["rates.variant.base"] : entry.Variant, entry.Answers))])
    {
        SmallestGroup = SmallestGroup,
    };

    public AnswersTable DayTable => new(
        words[Chart.ByWeek ? "rates.week" : "rates.day"],
        [.. Chart.Bars.Reverse().Select(bar => new AnswersTable.Row(words.Date(bar.From), bar.Answers))])
    {
        Caption = words["rates.byday.caption"],
        Total = Rates.Total,
    };

    public async Task<IActionResult> OnGetAsync(string? site, int? days, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        if (!await LoadAsync(site, days, from, to, cancellation))
        {
            return NotFound();
        }

        var before = Rates.Sum(Pick.Period.Before, await query.AskAsync(Ids(), Pick.Period.Before, cancellation));
        Comparison = Compare(before);
        Chart = RatesChart.Of(Rates, words);
        PeriodText = Pick.Days is { } length
            ? words.Count("unit.days", length)
            : words.Dates(Pick.Period.From, Pick.Period.To);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string? site, int? days, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        if (!await LoadAsync(site, days, from, to, cancellation))
        {
            return NotFound();
        }

        var name = $"consent-{Pick.Site?.Id ?? "all"}-{Pick.Period.From:yyyy-MM-dd}-{Pick.Period.To:yyyy-MM-dd}.csv";
        return File(Csv.Of(RatesCsv.Rows(BySite, words)), "text/csv; charset=utf-8", name);
    }

    private async Task<bool> LoadAsync(string? site, int? length, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        if (Pick.Read(sites, Viewer.Of(User)!, days.Today, site, length, from, to) is not { } pick)
        {
            return false;
        }

        Pick = pick;
        var rates = await query.AskAsync(Ids(), pick.Period, cancellation);
        BySite = [.. pick.Chosen.Zip(rates)];
        Rates = Rates.Sum(pick.Period, rates);
        return true;
    }

    private string? Compare(Rates before)
    {
        // Shares of a handful of visits jump; saying so by how much would be a number without a meaning.
        if (IsFew || before.Total.Offered < FewVisits)
        {
            return null;
        }

        var now = Rates.Total.Share(Rates.Total.AcceptedAll)!.Value;
        var then = before.Total.Share(before.Total.AcceptedAll)!.Value;
        var points = (int)Math.Round((now - then) * 100, MidpointRounding.AwayFromZero);
        var length = words.Count("unit.days", Pick.Period.Length);
        return points switch
        {
            0 => words.With("rates.same", length),
            > 0 => words.With("rates.up", points, length),
            < 0 => words.With("rates.down", -points, length),
        };
    }

    private string[] Ids() => [.. Pick.Chosen.Select(site => site.Id)];
}
