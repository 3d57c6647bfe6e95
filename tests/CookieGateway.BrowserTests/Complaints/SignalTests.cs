using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Complaints;

/// <summary>"Global Privacy Control is not honoured" (FIELD (b) 23), through the whole gateway.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class SignalTests(BrowserFixture browser)
{
    [Fact]
    public async Task Complaint_23_a_browser_that_refuses_is_not_asked_and_an_explicit_grant_still_counts()
    {
        await using var site = await WrittenSite.StartAsync();
        site.With("/", """<script async src="https://mc.yandex.ru/metrika/tag.js"></script>""");
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Sec-GPC"] = "1" });
        await visitor.OpenAsync(site.AddressOf());

        Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        Assert.Empty(visitor.ForeignRequests);
        Assert.DoesNotContain("cg_consent", await visitor.CookiesAsync());
        await visitor.Banner.Settings.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        Assert.Contains("Global Privacy Control", await visitor.Page.Locator("#cg-dialog").InnerTextAsync(), StringComparison.Ordinal);

        await visitor.Page.Locator("#cg-dialog [data-cg-do=accept]").ClickAsync();
        await visitor.ShouldRequestAsync(request => request.Path == "/metrika/tag.js", "What was allowed against the signal");
        await visitor.OpenAsync(site.AddressOf("/next"));
        Assert.Contains("cg_consent", await visitor.CookiesAsync());
    }
}
