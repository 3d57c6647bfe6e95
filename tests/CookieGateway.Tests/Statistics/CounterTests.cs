using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Sites;
using CookieGateway.Statistics;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Statistics;

public sealed class CounterTests
{
    private readonly ManualClock _clock = ManualClock.At("2026-11-21T10:00:00Z");
    private readonly PendingCounts _pending = new();
    private readonly VisitCounter _visits;
    private readonly DecisionCounter _decisions;

    public CounterTests()
    {
        var days = new CalendarDays(_clock, TimeZones.Find(TimeZones.Default)!);
        _visits = new VisitCounter(_pending, days, new GatewayMeter());
        _decisions = new DecisionCounter(_pending, days, new GatewayMeter());
    }

    [Fact]
    public void The_second_page_of_a_visit_counts_as_a_page_and_not_as_a_visit()
    {
        _visits.Count("clinic", new() { State = PageState.Asked, StartsVisit = true, Language = "ru" });
        _visits.Count("clinic", new() { State = PageState.Asked, Language = "ru" });

        Assert.Equal(["lang:ru:visits:asked=1", "pages:asked=2", "visits:asked=1"], Counted());
    }

    [Fact]
    public void A_robots_page_is_no_visit()
    {
        _visits.Count("clinic", new() { State = PageState.Asked, StartsVisit = true, Robot = true });

        Assert.Equal(["pages:robot=1"], Counted());
    }

    [Fact]
    public void A_failed_picture_counts_as_a_failure_only()
    {
        _visits.Count("clinic", new() { Failure = VisitFailure.Origin });

        Assert.Equal(["failed:origin=1"], Counted());
    }

    [Fact]
    public void The_first_answer_counts_by_kind_language_purpose_and_method()
    {
        _decisions.Count("clinic", DecisionOutcome.Of(
            VisitorConsent.Undecided, Decision(PurposeSet.Of(Purpose.Analytics)), "BannerButton", "kk"));

        Assert.Equal(["answers:some=1", "by:bannerbutton=1", "granted:analytics=1", "lang:kk:answers:some=1"], Counted());
    }

    [Fact]
    public void Taking_everything_back_is_a_withdrawal_and_no_refusal()
    {
        var before = new VisitorConsent { Decision = Decision(PurposeSet.All) };

        _decisions.Count("clinic", DecisionOutcome.Of(before, Decision(PurposeSet.NecessaryOnly), "Withdrawal", "ru"));

        Assert.Equal(["answers:withdrew=1"], Counted());
    }

    [Fact]
    public void A_grant_against_a_refusing_browser_signal_answers_no_banner()
    {
        var before = new VisitorConsent { RefusedBySignal = true };

        _decisions.Count("clinic", DecisionOutcome.Of(before, Decision(PurposeSet.All), "PreferencesPage", "ru"));

        Assert.Equal(["answers:changed=1"], Counted());
    }

    [Fact]
    public void One_tracker_granted_on_a_placeholder_is_a_choice()
    {
        var decision = Decision(PurposeSet.NecessaryOnly) with { Trackers = ["2gis-maps"] };

        Assert.Equal(AnswerKind.Chose, DecisionOutcome.Of(VisitorConsent.Undecided, decision, "Placeholder", "ru").Answer);
    }

    [Fact]
    public void A_day_begins_at_the_readers_midnight()
    {
        _clock.Pass(TimeSpan.FromHours(9.5));
        _visits.Count("clinic", new() { Failure = VisitFailure.Gateway });

        var batch = Assert.Single(_pending.Take(new DateOnly(2026, 11, 22)));
        Assert.Equal(new DateOnly(2026, 11, 22), batch.Day);
    }

    [Fact]
    public void An_invented_language_does_not_become_a_key()
    {
        _visits.Count("clinic", new() { State = PageState.Asked, StartsVisit = true, Language = "x\"}{:drop" });

        Assert.Equal("lang:other:visits:asked=1", Counted()[0]);
    }

    [Fact]
    public void A_full_table_drops_what_is_new_and_goes_on_with_what_it_knows()
    {
        var pending = new PendingCounts(capacity: 1);
        var day = new DateOnly(2026, 11, 21);

        pending.Add(new("clinic", day, "a"));
        pending.Add(new("clinic", day, "b"));
        pending.Add(new("clinic", day, "a"));

        Assert.Equal(1, pending.Dropped);
        Assert.Equal([("a", 2L)], Assert.Single(pending.Take(day)).Counts);
    }

    [Fact]
    public void What_many_threads_count_while_it_is_taken_out_is_counted_once()
    {
        const int Threads = 4, Each = 20_000;
        var day = new DateOnly(2026, 11, 21);
        long taken = 0;
        using var done = new CancellationTokenSource();
        var taker = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                taken += _pending.Take(day).Sum(batch => batch.Counts.Sum(count => count.Count));
            }
        });
        taker.Start();
        Parallel.For(0, Threads, _ =>
        {
            for (var i = 0; i < Each; i++)
            {
                _pending.Add(new("clinic", day, "pages:asked"));
            }
        });
        done.Cancel();
        taker.Join();
        taken += _pending.Take(day).Sum(batch => batch.Counts.Sum(count => count.Count));

        Assert.Equal(Threads * Each, taken);
    }

    private static ConsentDecision Decision(PurposeSet purposes)
    {
        var at = DateTimeOffset.UnixEpoch;
        return new()
        {
            Visitor = VisitorId.New(),
            Record = RecordId.New(at),
            Purposes = purposes,
            At = at,
            Expires = at.AddDays(180),
            Policy = "",
            Notice = default,
        };
    }

    private List<string> Counted() =>
        [.. _pending.Take(new DateOnly(2026, 11, 21)).SelectMany(batch => batch.Counts)
            .Select(count => $"{count.Field}={count.Count}").Order(StringComparer.Ordinal)];
}
