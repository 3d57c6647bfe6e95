using System.Text.Json;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Visitors;

/// <summary>What a visitor can find out and do about the own data: preferences, records, receipt, withdrawal, erasure, policies, declaration.</summary>
[Collection(nameof(DemoCollection))]
public sealed class OwnPagesTests(DemoBrowser browser)
{
    private const string Host = "healthcity.localhost";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_sees_the_own_records_takes_the_receipt_along_and_has_all_erased(bool javaScript)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = javaScript });
        await visitor.OpenAsync(browser.Demo.AddressOf(Host));
        await (javaScript ? visitor.Banner.AcceptAllAsync() : visitor.Page.LoadAnewAsync(() => visitor.Banner.Accept.ClickAsync()));
        await visitor.OpenAsync(browser.Demo.AddressOf(Host, "/_consent/?lang=ru"));
        var record = await visitor.Page.Locator(".cg-facts code").First.InnerTextAsync();

        // The record reaches the store right after the answer.
        await Eventually.IsTrueAsync(
            async () =>
            {
                await visitor.Page.GotoAsync(browser.Demo.AddressOf(Host, "/_consent/me?lang=ru").AbsoluteUri);
                return (await visitor.Page.Locator("main").InnerTextAsync()).Contains(record, StringComparison.Ordinal);
            },
            () => "The visitor's record is not on the visitor's page.");
        var row = visitor.Page.Locator("tbody tr").First;
        Assert.Contains("Согласие дано", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Удобство, Статистика, Реклама", await row.InnerTextAsync(), StringComparison.Ordinal);

        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.Locator("a[download]").ClickAsync());
        using var receipt = JsonDocument.Parse(await File.ReadAllTextAsync(await file.PathAsync()));
        Assert.Equal("consent.json", file.SuggestedFilename);
        Assert.Contains(record, receipt.RootElement.GetRawText(), StringComparison.Ordinal);

        await visitor.Page.LoadAnewAsync(() => visitor.Page.Locator("form[action='/_consent/me/erase'] button").ClickAsync());
        Assert.Contains("Ваши данные удалены", await visitor.Page.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("cg_consent", await visitor.CookiesAsync());
        await visitor.OpenAsync(browser.Demo.AddressOf(Host));
        Assert.True(await visitor.Banner.IsShownAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Withdrawing_on_the_preferences_page_needs_one_click_and_no_script(bool javaScript)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = javaScript });
        await visitor.OpenAsync(browser.Demo.AddressOf(Host));
        await (javaScript ? visitor.Banner.AcceptAllAsync() : visitor.Page.LoadAnewAsync(() => visitor.Banner.Accept.ClickAsync()));
        await visitor.OpenAsync(browser.Demo.AddressOf(Host, "/_consent/?lang=ru"));
        Assert.Equal(3, await visitor.Page.Locator("input[name=grant]:checked").CountAsync());

        await visitor.Page.LoadAnewAsync(() => visitor.Page.Locator("form[action='/_consent/withdraw'] button").ClickAsync());
        await visitor.OpenAsync(browser.Demo.AddressOf(Host, "/_consent/?lang=ru"));

        Assert.Equal(0, await visitor.Page.Locator("input[name=grant]:checked").CountAsync());
        Assert.Equal(0, await visitor.Page.Locator("form[action='/_consent/withdraw']").CountAsync());
    }

    [Fact]
    public async Task In_place_one_purpose_is_granted_and_kept()
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(browser.Demo.AddressOf(Host));
        await visitor.Banner.Choose.ClickAsync();

        await visitor.Page.Locator("#cg-dialog input[value=analytics]").CheckAsync();
        await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.Locator("#cg-dialog [data-cg-do=save]").ClickAsync(), response => response.Url.EndsWith("/decision", StringComparison.Ordinal));

        await visitor.ShouldRequestAsync(_ => true, "What counts visits");
        await visitor.Banner.Settings.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        Assert.Equal("analytics", await visitor.Page.Locator("#cg-dialog input[name=grant]:checked").GetAttributeAsync("value"));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public async Task None_of_the_gateways_own_pages_has_a_violation(string language)
    {
        // High enough for all of a page: what the choices cover for a moment, at the window's lower edge, is scrolled out from under them.
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Height = 4000 });
        await visitor.OpenAsync(browser.Demo.AddressOf(Host));
        await visitor.Banner.AcceptAllAsync();

        foreach (var path in (string[])["", "?saved=1", "me", "declaration", "policies", "policies/1", "nothing-here"])
        {
            var query = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            await visitor.OpenAsync(browser.Demo.AddressOf(Host, $"/_consent/{path}{query}lang={language}"));
            await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach((details) => { details.open = true })");
            await visitor.Page.ShouldHaveNoViolationsAsync($"In \"{language}\"");
        }
    }

    [Fact]
    public async Task The_archive_has_the_policys_text_and_the_declaration_what_the_site_carries()
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = false });
        await visitor.OpenAsync(browser.Demo.AddressOf(Host));

        await visitor.OpenAsync(browser.Demo.AddressOf(Host, "/_consent/policies?lang=kk"));
        await visitor.Page.LoadAnewAsync(() => visitor.Page.Locator("tbody th a").First.ClickAsync());
        Assert.NotEmpty(await visitor.Page.Locator("article").InnerTextAsync());
        await visitor.OpenAsync(browser.Demo.AddressOf(Host, "/_consent/declaration?lang=ru"));
        await visitor.Page.Locator("summary").First.ClickAsync();

        Assert.Contains("_ym_uid", await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(visitor.ForeignRequests);
    }
}
