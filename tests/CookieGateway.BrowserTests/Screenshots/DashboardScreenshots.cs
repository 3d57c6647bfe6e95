using CookieGateway.BrowserTests.Pages;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Demo;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.BrowserTests.Screenshots;

/// <summary>Pictures of what a marketer sees, in three languages, on a wide and on a narrow screen.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class DashboardScreenshots(BrowserFixture browser)
{
    private static readonly (string Word, int Width)[] s_screens = [("wide", 1280), ("narrow", 360)];

    [Fact]
    public async Task The_dashboard_is_within_the_screen_in_every_language()
    {
        using var data = new TemporaryDirectory();
        var clock = new ShiftedClock();
        await using var demo = await Demos.StartAsync(data.Path, adjust: gateway => gateway.Services.AddSingleton<TimeProvider>(clock));
        MonthOfVisits.Count(demo, clock);
        var record = await DecideAsync(demo);
        (string Name, string Path)[] pages =
        [
            ("dashboard", "/"), ("dashboard-inventory", "/inventory?site=kristall-dent"), ("dashboard-records", "/records?site=kristall-dent"),
            ("dashboard-record", $"/records/kristall-dent/{record}"), ("dashboard-sites", "/sites"), ("dashboard-members", "/members"), ("dashboard-account", "/account"),
        ];
        await using var member = await browser.NewVisitorAsync();
        var dashboard = new DashboardPage(member.Page);
        await dashboard.SignInAsync(demo);

        foreach (var language in (string[])["ru", "kk", "en"])
        {
            await dashboard.SpeakAsync(language);
            foreach (var ((name, path), (word, width)) in pages.SelectMany(page => s_screens.Select(screen => (page, screen))))
            {
                await member.Page.SetViewportSizeAsync(width, 900);
                await member.Page.GotoAsync(new Uri(demo.Gateway.DashboardAddress, path).AbsoluteUri);
                await (language == "ru"
                    ? Shots.TakeBothAsync(member.Page, $"{name}-{language}-{word}", whole: path != "/")
                    : Shots.TakeAsync(member.Page, $"{name}-{language}-{word}", whole: true));
                Assert.True(
                    await member.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                    $"{path} in \"{language}\" is wider than a screen of {width} pixels.");
            }
        }

        Shots.ShowInReadme("dashboard-ru-wide", "dashboard");
    }

    /// <summary>One decision, so that there is a record to look at.</summary>
    private async Task<string> DecideAsync(DemoHost demo)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(demo.AddressOf("kristall-dent.localhost"));
        await visitor.Banner.AcceptAllAsync();
        var records = await demo.RecordsAsync("kristall-dent", 1);
        return records[0].Id.ToString();
    }
}
