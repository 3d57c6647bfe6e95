using System.Net;
using AngleSharp.Html.Parser;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Inventory;
using CookieGateway.Statistics;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.Tests.Dashboard;

public sealed class RoleTests(StartedDashboard started) : IClassFixture<StartedDashboard>
{
    private const string Address = "203.0.113.77";

    private RunningDashboard Dashboard => started.Dashboard;

    [Fact]
    public async Task A_marketer_sees_no_address_and_no_visitor_on_any_page_or_file()
    {
        var record = await Dashboard.RecordAsync(Some.Record("clinic", at: Dashboard.Clock.Now));
        Count();
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Marketer);

        var seen = await CrawlAsync(browser);

        Assert.Contains(seen.Keys, path => path.Contains("handler=csv", StringComparison.Ordinal));
        Assert.True(seen.Count >= 8, $"Only {string.Join(' ', seen.Keys)} were found.");
        foreach (var (path, text) in seen)
        {
            Assert.False(text.Contains(Address, StringComparison.Ordinal), $"{path} shows an IP address.");
            Assert.False(text.Contains(record.Visitor.ToString()[..8], StringComparison.Ordinal), $"{path} shows a visitor.");
        }
    }

    [Theory]
    [InlineData(RunningDashboard.Marketer, "/records", HttpStatusCode.NotFound)]
    [InlineData(RunningDashboard.Marketer, "/records?handler=csv", HttpStatusCode.NotFound)]
    [InlineData(RunningDashboard.Marketer, "/members", HttpStatusCode.NotFound)]
    [InlineData(RunningDashboard.Officer, "/records", HttpStatusCode.OK)]
    [InlineData(RunningDashboard.Officer, "/members", HttpStatusCode.NotFound)]
    [InlineData(RunningDashboard.Administrator, "/members", HttpStatusCode.OK)]
    public async Task A_page_that_a_role_may_not_see_is_as_if_it_were_not_there(string member, string page, HttpStatusCode status)
    {
        using var browser = await Dashboard.SignedInAsync(member);
        using var answer = await browser.GetAsync(page);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_marketer_of_one_site_cannot_look_at_another()
    {
        var record = await Dashboard.RecordAsync(Some.Record("other", at: Dashboard.Clock.Now));
        foreach (var member in (string[])[RunningDashboard.Marketer, RunningDashboard.Officer])
        {
            using var browser = await Dashboard.SignedInAsync(member);
            foreach (var path in (string[])["/?site=other", "/?site=other&handler=csv", "/inventory?site=other", "/records?site=other", $"/records/other/{record.Id}"])
            {
                using var answer = await browser.GetAsync(path);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{member} got {answer.StatusCode} for {path}.");
            }

            Assert.DoesNotContain("other.kz", await browser.GetTextAsync("/sites"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_configuration_says_is_shown_as_text()
    {
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Marketer);
        var page = await browser.GetTextAsync("/sites");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_finds_a_visitor_reads_a_record_and_is_on_the_trail()
    {
        var record = await Dashboard.RecordAsync(Some.Record("clinic", at: Dashboard.Clock.Now));
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Officer);

        Assert.Contains($"/records/clinic/{record.Id}", await browser.GetTextAsync($"/records?id={record.Visitor}"), StringComparison.Ordinal);
        Assert.Contains(Address, await browser.GetTextAsync($"/records/clinic/{record.Id}"), StringComparison.Ordinal);
        Assert.Contains(Address, await browser.GetTextAsync($"/records/clinic/{record.Id}?handler=json"), StringComparison.Ordinal);
        var trail = await browser.GetTextAsync("/records");
        Assert.Contains(record.Visitor.ToString()[..8] + "…", trail, StringComparison.Ordinal);
        Assert.Contains("выгрузил", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_takes_the_records_of_a_period_along_as_a_file_and_is_on_the_trail()
    {
        var record = await Dashboard.RecordAsync(Some.Record("clinic", at: Dashboard.Clock.Now));
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Officer);
        using var file = await browser.GetAsync("/records?site=clinic&days=7&handler=csv");
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("attachment; filename=\"records-clinic-2026-11-15-2026-11-21.csv\"", file.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.StartsWith("record,at,site,visitor,event,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith(record.Id.ToString(), StringComparison.Ordinal) && line.Contains(Address, StringComparison.Ordinal));
        Assert.Contains("выгрузил", await browser.GetTextAsync("/records"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_a_visitor_leaves_a_record_without_a_person()
    {
        var record = await Dashboard.RecordAsync(Some.Record("clinic", VisitorId.New(), Dashboard.Clock.Now));
        var page = $"/records/clinic/{record.Id}";
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Officer);

        using var answer = await browser.SubmitAsync(page, page + "?handler=erase");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Eventually.IsTrueAsync(
            async () => !(await browser.GetTextAsync(page)).Contains(Address, StringComparison.Ordinal),
            "The record still shows the address.");
        Assert.DoesNotContain(record.Visitor.ToString(), await browser.GetTextAsync(page), StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> CrawlAsync(Browser browser)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var ahead = new Queue<string>(["/", "/inventory", "/sites", "/account", "/records", "/members", "/?days=90", "/metrics", "/health/ready"]);
        while (ahead.TryDequeue(out var path) && seen.Count < 100)
        {
            if (seen.ContainsKey(path))
            {
                continue;
            }

            seen[path] = await browser.GetTextAsync(path);
            var links = new HtmlParser().ParseDocument(seen[path]).QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!);
            foreach (var link in links)
            {
                ahead.Enqueue(link);
            }
        }

        return seen;
    }

    private void Count()
    {
        Dashboard.Services.GetRequiredService<VisitCounter>().Count("clinic", new() { State = PageState.Asked, StartsVisit = true, Language = "ru" });
        var inventory = Dashboard.Services.GetRequiredService<SiteInventory>();
        inventory.SawCookie("clinic", new() { Name = "_ga", Purpose = Purpose.Analytics });
        inventory.SawThirdParty("clinic", new() { Host = "mc.yandex.ru", Vector = "script", Page = "/" });
    }
}
