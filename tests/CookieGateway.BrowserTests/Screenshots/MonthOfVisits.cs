using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Purposes;
using CookieGateway.Demo;
using CookieGateway.Demo.Clinics;
using CookieGateway.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.BrowserTests.Screenshots;

/// <summary>Thirty days of invented visits, the same on every run, counted by the gateway's own counters.</summary>
internal static class MonthOfVisits
{
    private const int Days = 30;

    public static void Count(DemoHost demo, ShiftedClock clock)
    {
        var visits = demo.Gateway.Services.GetRequiredService<VisitCounter>();
        var decisions = demo.Gateway.Services.GetRequiredService<DecisionCounter>();
        foreach (var (clinic, index) in Clinic.All.Select((clinic, index) => (clinic, index)))
        {
            for (var day = 0; day < Days; day++)
            {
                clock.Shift = TimeSpan.FromDays(day - Days + 1);
                var offered = 40 + index * 9 + (day * 37 + index * 13) % 31 - (day % 7 == 6 ? 22 : 0);
                Repeat(offered, () => visits.Count(clinic.Id, Asked));
                Repeat(offered * (38 + day % 9) / 100, () => decisions.Count(clinic.Id, Accepted));
                Repeat(offered * (21 + day % 5) / 100, () => decisions.Count(clinic.Id, Refused));
                Repeat(offered * 7 / 100, () => decisions.Count(clinic.Id, Chose));
            }
        }

        clock.Shift = TimeSpan.Zero;
    }

    private static VisitOutcome Asked => new() { State = PageState.Asked, StartsVisit = true, Language = "ru", HeldTags = 6 };

    private static DecisionOutcome Accepted =>
        new() { Answer = AnswerKind.AcceptedAll, Granted = PurposeSet.All, Language = "ru" };

    private static DecisionOutcome Refused => new() { Answer = AnswerKind.RefusedAll, Language = "ru" };

    private static DecisionOutcome Chose =>
        new() { Answer = AnswerKind.Chose, Granted = PurposeSet.Of(Purpose.Analytics), Language = "ru" };

    private static void Repeat(int times, Action act)
    {
        for (var time = 0; time < times; time++)
        {
            act();
        }
    }
}
