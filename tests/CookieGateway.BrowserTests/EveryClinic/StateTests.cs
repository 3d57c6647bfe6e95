using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.EveryClinic;

/// <summary>One state of consent, wherever it is looked at: under a signal, in two tabs, after the back button, in an application.</summary>
[Collection(nameof(DemoCollection))]
public sealed class StateTests(DemoBrowser browser)
{
    [Theory]
    [MemberData(nameof(FrontPages.WithASecond), MemberType = typeof(FrontPages))]
    public async Task Global_Privacy_Control_refuses_at_every_clinic_and_is_named_in_the_preferences(string host, string second)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Sec-GPC"] = "1", ["X-Forwarded-For"] = visitor.Address });

        foreach (var path in (string[])["/", second])
        {
            await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
            Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        }

        Assert.Empty(visitor.ForeignRequests);
        visitor.ShouldHaveNoScriptErrors();
        await visitor.Banner.Settings.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open] .cg-signal").WaitForAsync();
    }

    [Theory]
    [MemberData(nameof(FrontPages.WithASecond), MemberType = typeof(FrontPages))]
    public async Task A_second_tab_follows_a_grant_and_a_withdrawal_at_every_clinic(string host, string second)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(browser.Demo.AddressOf(host));
        var other = await visitor.Context.NewPageAsync();
        await other.GotoAsync(browser.Demo.AddressOf(host, second).AbsoluteUri);

        await visitor.Banner.AcceptAllAsync();
        await other.WaitForFunctionAsync("() => cookieConsent.state.purposes.length == 3 && !document.querySelector('script[data-cg-purpose]')");
        Assert.True(await other.Locator("#cg-banner").IsHiddenAsync());
        await visitor.RestAsync();

        await other.LoadAnewAsync(() => visitor.Banner.WithdrawAsync());
        await visitor.RestAsync();
        var before = visitor.ForeignRequests.Count;
        await other.GotoAsync(browser.Demo.AddressOf(host, second).AbsoluteUri);
        await visitor.RestAsync();

        Assert.Equal("", await other.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
        Assert.Empty(visitor.ForeignRequests.Skip(before));
        Assert.Empty(await OwnTrackingCookiesAsync(visitor));
    }

    [Theory]
    [MemberData(nameof(FrontPages.WithASecond), MemberType = typeof(FrontPages))]
    public async Task Going_back_shows_what_was_answered_meanwhile_at_every_clinic(string host, string second)
    {
        await using var visitor = await browser.NewVisitorAsync();
        var first = await visitor.Page.GotoAsync(browser.Demo.AddressOf(host).AbsoluteUri);
        await visitor.OpenAsync(browser.Demo.AddressOf(host, second));
        await visitor.Banner.RefuseAllAsync();

        await visitor.Page.GoBackAsync();
        await visitor.Page.WaitForFunctionAsync("() => location.pathname == '/' && window.cookieConsent && cookieConsent.state.decided");
        await visitor.RestAsync();

        Assert.DoesNotContain("no-store", await first!.HeaderValueAsync("cache-control") ?? "", StringComparison.Ordinal);
        Assert.False(await visitor.Banner.IsShownAsync());
        Assert.Empty(visitor.ForeignRequests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fifty_changes_of_view_in_the_application_ask_once_and_leak_nothing(bool refuses)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(browser.Demo.AddressOf("onlinehealth.localhost", "/app"));
        if (refuses)
        {
            await visitor.Banner.RefuseAllAsync();
        }

        // Each view calls the counters; three of them bring a script, a pixel and a frame of their own.
        var banners = await visitor.Page.EvaluateAsync<string>("""
            async () => {
              const shown = new Set(), links = [...document.querySelectorAll('[data-view]')]
              for (let change = 0; change < 50; change++) {
                links[change % links.length].click()
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
        Assert.Empty(await OwnTrackingCookiesAsync(visitor));
        visitor.ShouldHaveNoScriptErrors();
    }

    private static async Task<IEnumerable<string>> OwnTrackingCookiesAsync(Visitor visitor) =>
        Promises.TrackingCookies.Among(await visitor.OwnCookiesAsync());
}
