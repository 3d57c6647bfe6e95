using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>Global Privacy Control, and Do Not Track where the site says so: refused without a question, unless the visitor grants.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class PrivacyControlTests(BrowserFixture browser)
{
    private const string Page = """<!doctype html><html lang="ru"><title>Клиника</title><h1>Клиника</h1><script src="https://mc.yandex.ru/metrika/tag.js"></script>""";

    [Fact]
    public async Task The_signal_refuses_without_a_question_is_told_on_and_is_named_in_the_preferences()
    {
        await using var site = await RealSite.StartAsync(Page);
        await using var visitor = await VisitorWithAsync("Sec-GPC");
        await visitor.OpenAsync(site.AddressOf());

        Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        Assert.Empty(visitor.ForeignRequests);
        var request = site.Gateway.Origin.Requests.First(one => one.Target == "/");
        Assert.Equal("1", request["Sec-GPC"]);
        Assert.Contains("state=refused; purposes=; ", request["X-Consent"]!, StringComparison.Ordinal);

        await visitor.Banner.Settings.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open] .cg-signal").WaitForAsync();
    }

    [Fact]
    public async Task An_explicit_grant_stands_above_the_signal()
    {
        await using var site = await RealSite.StartAsync(Page);
        await using var visitor = await VisitorWithAsync("Sec-GPC");
        await visitor.OpenAsync(site.AddressOf());

        await visitor.Banner.Settings.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open] [data-cg-do=accept]").ClickAsync();
        await visitor.ShouldRequestAsync(request => request.Path == "/metrika/tag.js", "The counter");
        await visitor.OpenAsync(site.AddressOf());

        Assert.Equal("preferences,analytics,marketing", await visitor.Page.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
    }

    [Fact]
    public async Task The_site_says_of_itself_that_it_honours_the_signal()
    {
        await using var site = await RealSite.StartAsync(Page);
        await using var visitor = await browser.NewVisitorAsync();

        var answer = await visitor.Page.GotoAsync(site.AddressOf("/.well-known/gpc.json").AbsoluteUri);

        Assert.Equal("application/json", (await answer!.HeaderValueAsync("content-type"))!.Split(';')[0]);
        Assert.Matches("""^\{"gpc":true,"lastUpdate":"\d{4}-\d\d-\d\d"\}$""", await answer.TextAsync());
    }

    [Theory]
    [InlineData("ask", true)]
    [InlineData("refuse", false)]
    public async Task Do_Not_Track_is_a_refusal_where_the_site_says_so(string meaning, bool asks)
    {
        await using var site = await RealSite.StartAsync(Page, block => block["Consent"] = new System.Text.Json.Nodes.JsonObject { ["Dnt"] = meaning });
        await using var visitor = await VisitorWithAsync("DNT");

        await visitor.OpenAsync(site.AddressOf());

        Assert.Equal(asks ? 1 : 0, await visitor.Banner.Banner.CountAsync());
        Assert.Empty(visitor.ForeignRequests);
    }

    private async Task<Visitor> VisitorWithAsync(string header)
    {
        var visitor = await browser.NewVisitorAsync();
        await visitor.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { [header] = "1" });
        return visitor;
    }
}
