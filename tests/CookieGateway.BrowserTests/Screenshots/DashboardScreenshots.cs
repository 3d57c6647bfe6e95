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
    private static readonly (string Word, int Width)[] s_screens = [("wide", 1280), ("narrow", 380)];

    [Fact]
    public async Task The_dashboard_is_within_the_screen_in_every_language()
    {
        using var data = new TemporaryDirectory();
        var clock = new ShiftedClock();
        await using var demo = await DemoHost.StartAsync(
            new DemoOptions { Urls = "http://127.0.0.1:0", DashboardUrl = "http://127.0.0.1:0", DataDirectory = data.Path },
            gateway =>
            {
                gateway.Logging.ClearProviders();
                gateway.Services.AddSingleton<TimeProvider>(clock);
            });
        MonthOfVisits.Count(demo, clock);
        await using var member = await browser.NewVisitorAsync();
        var dashboard = new DashboardPage(member.Page);
        await dashboard.SignInAsync(demo);

        foreach (var language in (string[])["ru", "kk", "en"])
        {
            await dashboard.SpeakAsync(language);
            foreach (var (word, width) in s_screens)
            {
                await member.Page.SetViewportSizeAsync(width, 900);
                await Shots.TakeAsync(member.Page, $"dashboard-{language}-{word}");
                Assert.True(
                    await member.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                    $"The dashboard in \"{language}\" is wider than a screen of {width} pixels.");
            }
        }

        Shots.ShowInReadme("dashboard-ru-wide", "dashboard");
    }
}
