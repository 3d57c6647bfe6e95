using CookieGateway.BrowserTests.Promises;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Demo.Clinics;

namespace CookieGateway.BrowserTests.Complaints;

/// <summary>"Trackers still fire before the choice": races, the order of loading, a cold cache (FIELD (b) 1).</summary>
[Collection(nameof(DemoCollection))]
public sealed class StillFireTests(DemoBrowser browser)
{
    private const int PagesARun = 10;

    /// <summary>A page of each clinic, and another of each.</summary>
    private static IReadOnlyList<(string Host, string Path)> Pages =>
        [.. Clinic.All.SelectMany(clinic => ClinicPages.Of(clinic.Id).Where(page => page.Host == clinic.Hosts[0]).Take(PagesARun / Clinic.All.Count))];

    [Theory]
    [InlineData("the first run")]
    [InlineData("the second run")]
    [InlineData("the third run")]
    public async Task Complaint_1_with_a_cold_cache_no_tracker_fires_before_the_choice(string run)
    {
        Assert.Equal(PagesARun, Pages.Count);
        foreach (var (host, path) in Pages)
        {
            // Somebody new has nothing in the cache.
            await using var visitor = await browser.NewVisitorAsync();
            await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
            await ShouldHaveDoneNothingAsync(visitor, run);
        }
    }

    [Fact]
    public async Task Complaint_1_with_a_warm_cache_no_tracker_fires_before_the_choice()
    {
        await using var visitor = await browser.NewVisitorAsync();
        foreach (var (host, path) in Pages.Concat(Pages))
        {
            await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
            await ShouldHaveDoneNothingAsync(visitor, "with a warm cache");
        }
    }

    private static async Task ShouldHaveDoneNothingAsync(Visitor visitor, string run)
    {
        Assert.True(visitor.ForeignRequests.Count == 0, $"In {run} {visitor.Page.Url} asked for {string.Join(", ", visitor.ForeignRequests)}");
        var cookies = await TrackingCookies.OfAsync(visitor);
        Assert.True(cookies.Count == 0, $"In {run} {visitor.Page.Url} left the cookies {string.Join(", ", cookies)}");
        var stored = await visitor.Page.EvaluateAsync<string[]>(
            "[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => /^_?(ym|ga|fb|tmr|vk|zero|jivo|calltouch)/i.test(key))");
        Assert.True(stored.Length == 0, $"In {run} {visitor.Page.Url} stored {string.Join(", ", stored)}");
    }
}
