using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>Promise 1: before a grant no request reaches a tracker, and no tracking cookie is set, sent or forwarded.</summary>
[Collection(nameof(DemoCollection))]
public sealed class NothingBeforeConsentTests(DemoBrowser browser)
{
    [Theory]
    [MemberData(nameof(ClinicPages.All), MemberType = typeof(ClinicPages))]
    public async Task Before_any_choice_nothing_leaves_a_page(string host, string path)
    {
        await using var visitor = await browser.NewVisitorAsync();

        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));

        await ShouldHaveLeftNoTraceAsync(visitor);
        Assert.True(await visitor.Banner.IsShownAsync(), $"{visitor.Page.Url} shows no banner.");
        visitor.ShouldHaveNoScriptErrors();
    }

    [Theory]
    [MemberData(nameof(ClinicPages.All), MemberType = typeof(ClinicPages))]
    public async Task Before_any_choice_nothing_leaves_a_page_without_scripts(string host, string path)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = false });

        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));

        await ShouldHaveLeftNoTraceAsync(visitor);
        Assert.True(await visitor.Banner.IsShownAsync(), $"{visitor.Page.Url} shows no banner.");
    }

    [Theory]
    [MemberData(nameof(ClinicPages.Clinics), MemberType = typeof(ClinicPages))]
    public async Task After_refusing_nothing_leaves_any_page(string clinic)
    {
        await using var visitor = await browser.NewVisitorAsync();
        var pages = ClinicPages.Of(clinic);
        var answered = new HashSet<string>();
        var origin = browser.Demo.SiteOf(clinic);
        var before = origin.Visits.All.Count;

        foreach (var (host, path) in pages)
        {
            await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
            if (answered.Add(DomainOf(host)))
            {
                await visitor.Banner.RefuseAllAsync();
            }

            Assert.False(await visitor.Banner.IsShownAsync(), $"{visitor.Page.Url} asks again.");
            await ShouldHaveLeftNoTraceAsync(visitor);
        }

        Assert.Empty(origin.Visits.All.Skip(before).SelectMany(visit => TrackingCookies.InHeader(visit.Cookie)));
        visitor.ShouldHaveNoScriptErrors();
    }

    [Theory]
    [MemberData(nameof(ClinicPages.Clinics), MemberType = typeof(ClinicPages))]
    public async Task After_withdrawing_nothing_leaves_any_page(string clinic)
    {
        await using var visitor = await browser.NewVisitorAsync();
        var pages = ClinicPages.Of(clinic);
        var origin = browser.Demo.SiteOf(clinic);
        foreach (var host in pages.Select(page => page.Host).DistinctBy(DomainOf))
        {
            await visitor.OpenAsync(browser.Demo.AddressOf(host));
            await visitor.Banner.AcceptAllAsync();
            await Eventually.IsTrueAsync(async () => (await TrackingCookies.OfAsync(visitor)).Any(), () => $"No tracker has left a cookie on {visitor.Page.Url}.");
            await visitor.RestAsync();
            await visitor.Banner.WithdrawAsync();
            await visitor.RestAsync();
        }

        var leftBefore = visitor.ForeignRequests.Count;
        var visitsBefore = origin.Visits.All.Count;
        foreach (var (host, path) in pages)
        {
            await visitor.OpenAsync(browser.Demo.AddressOf(host, path));

            Assert.True(
                visitor.ForeignRequests.Count == leftBefore,
                $"{visitor.Page.Url} asked for {string.Join(", ", visitor.ForeignRequests.Skip(leftBefore))}");
        }

        Assert.Empty(await OwnTrackingCookiesAsync(visitor));
        Assert.Empty(origin.Visits.All.Skip(visitsBefore).SelectMany(visit => TrackingCookies.InHeader(visit.Cookie)));
    }

    private static async Task ShouldHaveLeftNoTraceAsync(Visitor visitor)
    {
        Assert.True(
            visitor.ForeignRequests.Count == 0,
            $"{visitor.Page.Url} asked for {string.Join(", ", visitor.ForeignRequests)}");
        var cookies = await TrackingCookies.OfAsync(visitor);
        Assert.True(cookies.Count == 0, $"{visitor.Page.Url} has left the cookies {string.Join(", ", cookies)}");
    }

    /// <summary>What trackers have stored under their own hosts is beyond the gateway's reach, and is sent no more.</summary>
    private static async Task<IEnumerable<string>> OwnTrackingCookiesAsync(Visitor visitor) =>
        TrackingCookies.Among((await visitor.Context.CookiesAsync())
            .Where(cookie => cookie.Domain.EndsWith(".localhost", StringComparison.Ordinal))
            .Select(cookie => cookie.Name));

    private static string DomainOf(string host) => string.Join('.', host.Split('.')[^2..]);
}
