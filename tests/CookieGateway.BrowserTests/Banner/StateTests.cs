using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>One answer, wherever it is looked at: in other tabs, on other hosts of the site, in a page that changes itself.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class StateTests(BrowserFixture browser)
{
    private const string Page = """
        <!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Клиника</title></head><body><main><h1>Клиника</h1></main>
        <script src="https://mc.yandex.ru/metrika/tag.js"></script></body></html>
        """;

    [Fact]
    public async Task A_second_tab_follows_a_grant_and_a_withdrawal()
    {
        await using var site = await RealSite.StartAsync(Page);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());
        var other = await visitor.Context.NewPageAsync();
        await other.GotoAsync(site.AddressOf("/doctors").AbsoluteUri);

        await visitor.Banner.AcceptAllAsync();
        await other.WaitForFunctionAsync(FakeTrackers.MetrikaRuns);
        Assert.True(await other.Locator("#cg-banner").IsHiddenAsync());

        await other.LoadAnewAsync(() => visitor.Banner.WithdrawAsync());
        await visitor.RestAsync();
        var before = visitor.ForeignRequests.Count;
        Assert.Equal("", await other.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
        await other.GotoAsync(site.AddressOf("/prices").AbsoluteUri);
        await visitor.RestAsync();

        Assert.Equal(before, visitor.ForeignRequests.Count);
        Assert.DoesNotContain((await visitor.Context.CookiesAsync()).Where(cookie => cookie.Domain.EndsWith("localhost", StringComparison.Ordinal)), cookie => cookie.Name.StartsWith("_ym", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_answer_holds_for_subdomains_at_every_depth_and_the_operators_other_domain_is_asked_by_itself()
    {
        await using var site = await RealSite.StartAsync(Page);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf("/", "cardio.almaty.clinic.localhost"));
        await visitor.Banner.AcceptAllAsync();

        foreach (var host in (string[])["clinic.localhost", "almaty.clinic.localhost", "a.b.clinic.localhost"])
        {
            await visitor.OpenAsync(site.AddressOf("/", host));
            Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
            Assert.Equal("preferences,analytics,marketing", await visitor.Page.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
        }

        await visitor.OpenAsync(site.AddressOf("/", "clinic-com.localhost"));
        Assert.True(await visitor.Banner.IsShownAsync());
        await visitor.Banner.RefuseAllAsync();
        await visitor.OpenAsync(site.AddressOf());
        Assert.Equal("preferences,analytics,marketing", await visitor.Page.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fifty_changes_of_route_ask_once_and_leak_nothing(bool refuses)
    {
        await using var site = await RealSite.StartAsync(Page);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());
        if (refuses)
        {
            await visitor.Banner.RefuseAllAsync();
        }

        var banners = await visitor.Page.EvaluateAsync<string>("""
            async () => {
              const shown = new Set()
              for (let i = 0; i < 50; i++) {
                history.pushState({}, '', '/route/' + i)
                dispatchEvent(new PopStateEvent('popstate'))
                const s = document.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js?' + i; document.head.append(s)
                document.querySelector('main').innerHTML = `<h1>${i}</h1><iframe src="https://www.youtube.com/embed/${i}"></iframe><img src="https://mc.yandex.ru/watch/${i}" alt="">`
                fetch('https://www.google-analytics.com/g/collect?' + i)
                await new Promise((next) => setTimeout(next, 16))
                const all = document.querySelectorAll('#cg-banner')
                shown.add(all.length + (all[0]?.checkVisibility() ? ' shown' : ' hidden'))
              }
              return [...shown].join()
            }
            """);
        await visitor.RestAsync();

        Assert.Equal(refuses ? "1 hidden" : "1 shown", banners);
        Assert.Empty(visitor.ForeignRequests);
        visitor.ShouldHaveNoScriptErrors();
    }

    [Fact]
    public async Task Going_back_after_an_answer_shows_its_state_without_no_store()
    {
        await using var site = await RealSite.StartAsync(Page);
        await using var visitor = await browser.NewVisitorAsync();
        var first = await visitor.Page.GotoAsync(site.AddressOf("/first").AbsoluteUri);
        await visitor.OpenAsync(site.AddressOf("/second"));
        await visitor.Banner.AcceptAllAsync();

        await visitor.Page.GoBackAsync();
        await visitor.Page.WaitForFunctionAsync("window.cookieConsent && cookieConsent.state.purposes.length == 3");

        Assert.DoesNotContain("no-store", await first!.HeaderValueAsync("cache-control"), StringComparison.Ordinal);
        Assert.False(await visitor.Banner.IsShownAsync());
        await visitor.Page.GoForwardAsync();
        await visitor.Page.WaitForFunctionAsync("window.cookieConsent && cookieConsent.state.purposes.length == 3");
        Assert.False(await visitor.Banner.IsShownAsync());
    }
}
