using CookieGateway.Consent.Purposes;
using CookieGateway.Statistics;

namespace CookieGateway.Tests.Statistics;

public sealed class RatesTests
{
    private static readonly Period Days = Period.LastDays(2, new DateOnly(2026, 11, 21));

    [Fact]
    public void Who_did_not_answer_is_visits_less_answers()
    {
        var answers = new Answers { Visits = 100, AcceptedAll = 40, RefusedAll = 20, Chose = 5 };

        Assert.Equal(35, answers.DidNotAnswer);
    }

    [Fact]
    public void More_answers_than_visits_is_nobody_without_an_answer()
    {
        var answers = new Answers { Visits = 1, AcceptedAll = 2, RefusedAll = 1 };

        Assert.Equal((3, 0), (answers.Offered, answers.DidNotAnswer));
    }

    [Theory]
    [InlineData(6047, 2510, 224, 1123)]
    [InlineData(3, 1, 1, 1)]
    [InlineData(7, 1, 1, 1)]
    [InlineData(1000000, 1, 1, 1)]
    public void The_four_shares_make_a_hundred(long visits, long all, long some, long none)
    {
        var answers = new Answers { Visits = visits, AcceptedAll = all, Chose = some, RefusedAll = none };

        Assert.Equal(100, answers.Percents!.Sum());
    }

    [Fact]
    public void No_visit_has_no_share() => Assert.Null(default(Answers).Percents);

    [Fact]
    public void A_period_is_summed_by_day_purpose_and_language()
    {
        var rates = Rates.Of(Days,
        [
            Day(0, ("visits:asked", 4), ("answers:all", 1), ("granted:analytics", 1), ("lang:kk:visits:asked", 4)),
            Day(1, ("visits:asked", 6), ("answers:some", 2), ("granted:analytics", 2), ("lang:ru:visits:asked", 6), ("visits:signal", 3)),
        ]);

        Assert.Equal(new Answers { Visits = 10, AcceptedAll = 1, Chose = 2 }, rates.Total);
        Assert.Equal((Purpose.Analytics, 3L), rates.ByPurpose.Single(entry => entry.Purpose == Purpose.Analytics));
        Assert.Equal(["ru", "kk"], rates.ByLanguage.Select(entry => entry.Language));
        Assert.Equal(3, rates.RefusedBySignal);
    }

    [Fact]
    public void Two_sites_add_up_day_by_day()
    {
        var site = Rates.Of(Days, [Day(0, ("visits:asked", 4)), Day(1, ("visits:asked", 6))]);

        var sum = Rates.Sum(Days, [site, site]);

        Assert.Equal([8L, 12L], sum.ByDay.Select(day => day.Answers.Visits));
    }

    [Fact]
    public void A_period_that_is_too_long_ends_where_it_was_to_end()
    {
        var period = new Period(new DateOnly(2020, 1, 1), new DateOnly(2026, 11, 21));

        Assert.Equal((Period.MostDays, new DateOnly(2026, 11, 21)), (period.Length, period.To));
    }

    private static DayCounts Day(int index, params (string Field, long Count)[] counts) =>
        new(Days.From.AddDays(index), counts.ToDictionary(count => count.Field, count => count.Count, StringComparer.Ordinal));
}
