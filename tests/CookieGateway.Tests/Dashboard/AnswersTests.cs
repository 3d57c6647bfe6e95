using System.Net;
using CookieGateway.Inventory;
using CookieGateway.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.Tests.Dashboard;

public sealed class AnswersTests(StartedDashboard started) : IClassFixture<StartedDashboard>
{
    private RunningDashboard Dashboard => started.Dashboard;

    [Fact]
    public async Task What_was_counted_a_moment_ago_is_in_the_sentence_the_table_and_the_file()
    {
        var visits = Dashboard.Services.GetRequiredService<VisitCounter>();
        var decisions = Dashboard.Services.GetRequiredService<DecisionCounter>();
        for (var i = 0; i < 5; i++)
        {
            visits.Count("other", new() { State = PageState.Asked, StartsVisit = true, Language = "ru" });
        }

        decisions.Count("other", new() { Answer = AnswerKind.AcceptedAll, Granted = Consent.Purposes.PurposeSet.All, Language = "ru" });
        decisions.Count("other", new() { Answer = AnswerKind.RefusedAll, Language = "ru" });
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.OtherMarketer);

        var page = WebUtility.HtmlDecode(await browser.GetTextAsync("/?days=7"));
        var file = await browser.GetTextAsync("/?days=7&handler=csv");

        Assert.Contains("баннер показан в 5\u00A0посещениях: в 20\u00A0% случаев приняли всё, в 20\u00A0% отказались", page, StringComparison.Ordinal);
        Assert.Contains("other.kz,2026-11-21,5,5,1,0,1,3,0\r\n", file, StringComparison.Ordinal);
        Assert.Equal(8, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("/?days=7")]
    [InlineData("/?days=90")]
    [InlineData("/?days=100000")]
    [InlineData("/?from=2026-01-01&to=2026-11-21")]
    [InlineData("/?from=2026-11-21&to=2026-11-01")]
    [InlineData("/?from=nonsense")]
    [InlineData("/?days=-4")]
    public async Task Any_period_can_be_asked_for_in_any_language(string path)
    {
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Administrator);
        foreach (var language in (string[])["ru", "kk", "en"])
        {
            using var answer = await browser.GetAsync(path, ("Accept-Language", language));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains($"<html lang=\"{language}\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_made_harmless_in_the_file()
    {
        Dashboard.Services.GetRequiredService<SiteInventory>().SawCookie("clinic", new() { Name = "=cmd|'/c calc'!A1" });
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Marketer);

        var file = await browser.GetTextAsync("/inventory?handler=csv");

        Assert.Contains("cookie,'=cmd|'/c calc'!A1,", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_adds_a_member_whose_password_is_shown_once_and_works()
    {
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Administrator);
        using var answer = await browser.SubmitAsync(
            "/members", "/members?handler=add", ("name", "Aigul@clinic.kz"), ("role", "Marketer"), ("site", "clinic"));
        var shown = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var password = shown.Split("aigul@clinic.kz: ")[1].Split('<')[0].Trim();

        using var newcomer = Dashboard.Browser();
        using var signedIn = await newcomer.SignInAsync("aigul@clinic.kz", password);

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.DoesNotContain(password, await browser.GetTextAsync("/members"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_removed()
    {
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Administrator);
        using var answer = await browser.SubmitAsync("/members", "/members?handler=remove", ("name", RunningDashboard.Administrator));

        Assert.Contains("последний администратор", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/members")).StatusCode);
    }
}
