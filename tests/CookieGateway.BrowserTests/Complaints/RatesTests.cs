using CookieGateway.BrowserTests.Pages;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Records;
using CookieGateway.Ledger;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.BrowserTests.Complaints;

/// <summary>"Marketers want the acceptance rate, without extra tracking" (FIELD (b) 11), and "there is no proof of consent" (10).</summary>
[Collection(nameof(BrowserCollection))]
public sealed class RatesTests(BrowserFixture browser)
{
    private const string Site = "onlinehealth";

    [Fact]
    public async Task Complaint_11_the_rates_equal_the_ledger_and_need_no_cookie_of_their_own()
    {
        using var data = new TemporaryDirectory();
        await using var demo = await Demos.StartAsync(data.Path);
        for (var number = 0; number < 5; number++)
        {
            await using var visitor = await browser.NewVisitorAsync();
            await visitor.OpenAsync(demo.AddressOf("onlinehealth.localhost"));
            await (number switch
            {
                0 => visitor.Banner.AcceptAllAsync(),
                1 or 2 => visitor.Banner.RefuseAllAsync(),
                _ => Task.CompletedTask,
            });

            // The one cookie says what was chosen; who has not answered carries none, and is counted all the same.
            Assert.Equal(number < 3 ? ["cg_consent"] : [], OwnCookies(await visitor.Context.CookiesAsync()));
        }

        var records = await demo.RecordsAsync(Site, 3);
        await using var member = await browser.NewVisitorAsync();
        var dashboard = new DashboardPage(member.Page);
        await dashboard.SignInAsync(demo);
        await dashboard.OpenSiteAsync(demo, Site);

        // Visits, accepted all, chose, refused all, did not answer.
        Assert.Equal([5, 1, 0, 2, 2], await dashboard.TotalsAsync());
        Assert.Equal((1, 2), (records.Count(record => record.Event == ConsentEvent.Given), records.Count(record => record.Event == ConsentEvent.Refused)));
    }

    [Fact]
    public async Task Complaint_10_a_record_says_all_that_an_auditor_asks_for()
    {
        using var data = new TemporaryDirectory();
        await using var demo = await Demos.StartAsync(data.Path);
        await using var visitor = await browser.NewVisitorAsync();
        var before = TimeProvider.System.GetUtcNow();
        await visitor.OpenAsync(demo.AddressOf("onlinehealth.localhost", "/doctors?diagnosis=secret"));
        await visitor.Banner.RefuseAllAsync();
        var refused = Assert.Single(await demo.RecordsAsync(Site, 1));
        await visitor.Page.EvaluateAsync("cookieConsent.acceptAll()");
        var given = Assert.Single(await demo.RecordsAsync(Site, 2), record => record.Id != refused.Id);

        Assert.InRange(given.At, before, TimeProvider.System.GetUtcNow());
        Assert.Equal((Site, "/doctors", "ru", visitor.Address), (given.Site, given.Page, given.Language, given.IpAddress));
        Assert.Equal((ConsentEvent.Given, refused.Id, refused.Visitor), (given.Event, given.Previous, given.Visitor));
        Assert.Equal("preferences,analytics,marketing", given.Purposes.ToString());
        Assert.Contains("Chrome/140", given.UserAgent, StringComparison.Ordinal);

        // The very text that was shown can be shown again.
        var notice = await demo.Gateway.Services.GetRequiredService<NoticeArchive>().FindAsync(Site, given.Notice, CancellationToken.None);
        Assert.Contains("data-cg-do=\"refuse\"", System.Text.Encoding.ASCII.GetString(notice!), StringComparison.Ordinal);
    }

    private static IEnumerable<string> OwnCookies(IReadOnlyList<BrowserContextCookiesResult> cookies) =>
        cookies.Select(cookie => cookie.Name).Where(name => name.StartsWith("cg", StringComparison.Ordinal));
}
