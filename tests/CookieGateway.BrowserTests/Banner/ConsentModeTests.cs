using System.Text.Json.Nodes;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>Google's Consent Mode in both forms: basic holds the tags, advanced is what an operator may want instead.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class ConsentModeTests(BrowserFixture browser)
{
    private const string Page = """
        <!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Клиника</title>
        <script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
        <script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments)} gtag('js', new Date()); gtag('config', 'G-1')</script>
        <script src="https://mc.yandex.ru/metrika/tag.js"></script></head><body><main><h1>Клиника</h1></main>
        <noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe></noscript>
        <script>
          const tag = document.createElement('script'); tag.src = 'https://connect.facebook.net/en_US/fbevents.js'; document.head.append(tag)
          new Image().src = 'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/'
        </script></body></html>
        """;

    [Fact]
    public async Task In_the_basic_form_nothing_of_Googles_is_asked_for_before_a_grant()
    {
        await using var site = await RealSite.StartAsync(Page);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());

        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task In_the_advanced_form_Googles_tag_runs_denied_without_cookies_and_everybody_else_waits()
    {
        await using var site = await RealSite.StartAsync(Page, Advanced);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());

        Assert.Equal(["/gtag/js?id=G-1", "/g/collect?v=2&en=page_view&gcs=G100"], visitor.ForeignRequests.Select(request => request.Target));
        Assert.Empty(await visitor.OwnCookiesAsync());
        Assert.Contains("Google узнаёт о посещении страниц и до вашего согласия", await visitor.Banner.Banner.InnerTextAsync(), StringComparison.Ordinal);
        visitor.ShouldHaveNoScriptErrors();
    }

    [Fact]
    public async Task In_the_advanced_form_a_grant_is_an_update_of_the_running_tag_which_is_not_loaded_again()
    {
        await using var site = await RealSite.StartAsync(Page, Advanced);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());

        await visitor.Banner.AcceptAllAsync();
        await visitor.ShouldRequestAsync(request => request.Target == "/g/collect?v=2&en=consent_update&gcs=G111", "The update");
        await visitor.ShouldRequestAsync(request => request.Host == "mc.yandex.ru", "The counter");
        await visitor.RestAsync();

        Assert.Single(visitor.ForeignRequests, request => request.Path == "/gtag/js");

        await visitor.OpenAsync(site.AddressOf("/prices"));
        Assert.Contains("_ga", await visitor.CookiesAsync());
    }

    [Fact]
    public async Task In_the_advanced_form_a_refusal_and_a_withdrawal_leave_denied_pings_and_no_cookie()
    {
        await using var site = await RealSite.StartAsync(Page, Advanced);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());
        await visitor.Banner.AcceptAllAsync();
        await visitor.RestAsync();
        await visitor.Banner.WithdrawAsync();
        await visitor.RestAsync();
        var before = visitor.ForeignRequests.Count;

        await visitor.OpenAsync(site.AddressOf("/prices"));

        Assert.Equal(["/gtag/js?id=G-1", "/g/collect?v=2&en=page_view&gcs=G100"], visitor.ForeignRequests.Skip(before).Select(request => request.Target));
        Assert.Equal(["cg_consent"], await visitor.OwnCookiesAsync());
    }

    [Fact]
    public async Task In_the_advanced_form_without_scripts_nothing_leaves()
    {
        await using var site = await RealSite.StartAsync(Page, Advanced);
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = false });
        await visitor.OpenAsync(site.AddressOf());

        Assert.DoesNotContain(visitor.ForeignRequests, request => request.Path != "/gtag/js");
    }

    private static void Advanced(JsonObject site) => site["Consent"] = new JsonObject { ["ConsentMode"] = "advanced" };
}
