using System.Net;
using System.Text.Json.Nodes;
using CookieGateway.Statistics;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.Tests.Dashboard;

public sealed class MachinePathTests(StartedDashboard started) : IClassFixture<StartedDashboard>
{
    private RunningDashboard Dashboard => started.Dashboard;

    [Fact]
    public async Task Metrics_are_in_the_form_that_Prometheus_reads()
    {
        Dashboard.Services.GetRequiredService<VisitCounter>().Count("clinic", new() { State = PageState.Refused, HeldTags = 3 });
        using var browser = Dashboard.Browser();
        using var answer = await browser.GetAsync("/metrics", ("Host", "gateway.internal"));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("# TYPE cookiegateway_pages_total counter\n", text, StringComparison.Ordinal);
        Assert.Contains("cookiegateway_pages_total{site=\"clinic\",state=\"refused\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("cookiegateway_held_tags_total{site=\"clinic\"} 3\n", text, StringComparison.Ordinal);
        Assert.Contains("cookiegateway_ready{part=\"redis\"} 1\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clinic.kz", HttpStatusCode.MisdirectedRequest)]
    [InlineData("rebound.evil.test", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.Redirect)]
    [InlineData("192.168.7.7", HttpStatusCode.Redirect)]
    public async Task The_dashboard_answers_to_its_own_names_only(string host, HttpStatusCode status)
    {
        using var browser = Dashboard.Browser();
        using var answer = await browser.GetAsync("/", ("Host", host));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_it_safe()
    {
        using var browser = Dashboard.Browser();
        foreach (var path in (string[])["/sign-in", "/nowhere", "/health/live"])
        {
            using var answer = await browser.GetAsync(path);
            Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Style_sheets_are_kept_by_the_browser_under_a_name_with_their_hash()
    {
        using var browser = Dashboard.Browser();
        var page = await browser.GetTextAsync("/sign-in");
        var path = page.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        using var answer = await browser.GetAsync(path);

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Redis_it_says_so_and_why_and_goes_on_when_Redis_is_back()
    {
        await using var dashboard = await RunningDashboard.StartAsync();
        using var browser = await dashboard.SignedInAsync(RunningDashboard.Marketer);
        await dashboard.Redis.KillAsync();
        await Eventually.IsTrueAsync(
            async () => await StatusAsync(browser) == "degraded", "The readiness did not tell that Redis is away.");

        using var ready = await browser.GetAsync("/health/ready");
        var reason = (string)JsonNode.Parse(await ready.Content.ReadAsStringAsync())!["redis"]!["reasons"]![0]!;
        using var page = await browser.GetAsync("/");
        using var live = await browser.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("Redis", reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("Данные сейчас недоступны", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        await dashboard.Redis.StartAgainAsync();
        await Eventually.IsTrueAsync(async () =>
        {
            using var again = await browser.GetAsync("/");
            return again.StatusCode == HttpStatusCode.OK;
        }, "The member was not let in again after Redis was back.");
    }

    private static async Task<string> StatusAsync(Browser browser) =>
        (string)JsonNode.Parse(await browser.GetTextAsync("/health/ready"))!["status"]!;
}
