using CookieGateway.Banner;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Inventory;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>Enforcement "strict": one more policy header, whose list of hosts is what the visitor has granted.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class StrictModeTests(BrowserFixture browser)
{
    // A window of its own has functions that no guard has wrapped, and no guard reads styles; the page's policy binds all of it.
    private const string Smuggler = """
        <!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Клиника</title></head><body><h1>Клиника</h1><script>
        const frame = document.body.appendChild(document.createElement('iframe'))
        for (const host of ['mc.yandex.ru', 'pixel.nobody-knows.example']) {
          frame.contentWindow.fetch('https://' + host + '/smuggled', { mode: 'no-cors' }).catch(() => {})
          new frame.contentWindow.Image().src = 'https://' + host + '/smuggled.gif'
          document.body.appendChild(document.createElement('p')).style = `height:9px;background:url(https://${host}/smuggled.png)`
        }
        </script></body></html>
        """;

    [Fact]
    public async Task What_gets_past_the_guard_is_stopped_by_the_policy_and_reported_to_the_inventory()
    {
        await using var site = await RealSite.StartAsync(Smuggler, block => block["Enforcement"] = "strict");
        await using var visitor = await browser.NewVisitorAsync();

        await visitor.OpenAsync(site.AddressOf());

        var inventory = site.Gateway.Services.GetRequiredService<SiteInventory>();
        foreach (var host in (string[])["mc.yandex.ru", "pixel.nobody-knows.example"])
        {
            await Eventually.IsTrueAsync(
                () => inventory.Sites.SingleOrDefault()?.ThirdParties.Find($"{host} csp") is { Held: true },
                () => $"{host} was not reported.");
        }

        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task An_image_that_nobody_knows_is_stopped_too_where_seamless_lets_it_pass()
    {
        const string Page = """<!doctype html><title>Клиника</title><h1>Клиника</h1><img src="https://images.nobody-knows.example/a.gif" alt="">""";
        await using var seamless = await RealSite.StartAsync(Page);
        await using var strict = await RealSite.StartAsync(Page, block => block["Enforcement"] = "strict");
        await using var visitor = await browser.NewVisitorAsync();

        await visitor.OpenAsync(strict.AddressOf());
        Assert.Empty(visitor.ForeignRequests);

        await visitor.OpenAsync(seamless.AddressOf());
        Assert.Equal("images.nobody-knows.example", Assert.Single(visitor.ForeignRequests).Host);
    }

    [Fact]
    public async Task Accepting_reloads_once_and_then_everything_may_run()
    {
        await using var site = await RealSite.StartAsync(
            """
            <!doctype html><title>Клиника</title><h1>Клиника</h1><script src="https://mc.yandex.ru/metrika/tag.js"></script>
            <script>sessionStorage.setItem('loads', 1 + Number(sessionStorage.getItem('loads')))</script>
            """,
            block => block["Enforcement"] = "strict");
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());
        Assert.Empty(visitor.ForeignRequests);

        await visitor.Page.LoadAnewAsync(() => visitor.Banner.Accept.ClickAsync());

        await visitor.ShouldRequestAsync(request => request.Path == "/metrika/tag.js", "The counter");
        await visitor.RestAsync();
        Assert.Equal("2", await visitor.Page.EvaluateAsync<string>("sessionStorage.getItem('loads')"));
    }

    [Fact]
    public async Task A_grant_of_one_purpose_opens_the_policy_for_its_hosts_and_no_others()
    {
        await using var site = await RealSite.StartAsync(
            """
            <!doctype html><title>Клиника</title><h1>Клиника</h1><script>
            const frame = document.body.appendChild(document.createElement('iframe'))
            for (const host of ['www.google-analytics.com', 'bat.bing.com']) new frame.contentWindow.Image().src = 'https://' + host + '/smuggled.gif'
            </script>
            """,
            block => block["Enforcement"] = "strict",
            builder => builder.Services.AddSingleton<SeenTrackers>(_ => known => [known.Judge.Find("google-analytics")!, known.Judge.Find("microsoft-uet")!]));
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());
        Assert.Empty(visitor.ForeignRequests);

        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog input[value=analytics]").CheckAsync();
        await visitor.Page.LoadAnewAsync(() => visitor.Page.Locator("#cg-dialog [data-cg-do=save]").ClickAsync());

        await visitor.ShouldRequestAsync(request => request.Host == "www.google-analytics.com", "The granted host");
        await visitor.RestAsync();
        Assert.DoesNotContain(visitor.ForeignRequests, request => request.Host == "bat.bing.com");
    }
}
