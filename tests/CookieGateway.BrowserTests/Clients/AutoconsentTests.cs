using CookieGateway.Banner.Assets;
using CookieGateway.BrowserTests.Banner;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Clients;

/// <summary>
/// A visitor who lets DuckDuckGo's autoconsent answer: by its general heuristic, which knows nothing of us, and by our rule. What it cannot
/// find it leaves alone, and no answer is a refusal.
/// </summary>
[Collection(nameof(BrowserCollection))]
public sealed class AutoconsentTests(BrowserFixture browser)
{
    private const string Held = """<script type="text/plain" data-cg-purpose="analytics" data-cg-src="https://mc.yandex.ru/metrika/tag.js"></script>""";

    private static string OwnRule(string brand) => $$"""{"autoconsent": [{{AssetText.Read("autoconsent.json", brand)}}]}""";

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task The_heuristic_finds_the_banner_and_refuses(string language)
    {
        await using var site = await SmallSite.StartAsync();
        site.Language = language;
        site.Body = Held;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        // With all the rules that it comes with: none of them may take us for somebody else.
        await Autoconsent.ActAsync(visitor.Page, "optOut", await Autoconsent.OwnRulesAsync());

        Assert.Equal("HEURISTIC-REJECT", await Autoconsent.DoneAsync(visitor.Page));
        await DecidedAsync(site, "none");
        Assert.False(await visitor.Banner.IsShownAsync());
        Assert.Empty(visitor.ForeignRequests);
    }

    /// <summary>Its patterns know no Kazakh. It then presses nothing, which refuses as well; our rule needs no words.</summary>
    [Fact]
    public async Task In_Kazakh_the_heuristic_presses_nothing()
    {
        await using var site = await SmallSite.StartAsync();
        site.Language = "kk";
        site.Body = Held;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await Autoconsent.ActAsync(visitor.Page, "optOut", """{"autoconsent": []}""");
        await Autoconsent.GivenUpAsync(visitor.Page);

        Assert.Empty(site.Decisions);
        Assert.Empty(visitor.ForeignRequests);
    }

    [Theory]
    [InlineData("ru", "optOut", "cg")]
    [InlineData("kk", "optOut", "cg")]
    [InlineData("en", "optIn", "cg")]
    [InlineData("kk", "optIn", "x7")]
    public async Task Our_rule_answers_in_every_language_and_under_every_prefix(string language, string action, string brand)
    {
        await using var site = await SmallSite.StartAsync(brand);
        site.Language = language;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await Autoconsent.ActAsync(visitor.Page, action, OwnRule(brand));

        Assert.Equal("cookiegateway", await Autoconsent.DoneAsync(visitor.Page));
        await DecidedAsync(site, action == "optOut" ? "none" : "all");
        Assert.Empty(visitor.ScriptErrors);
    }

    /// <summary>It is done as soon as the banner is gone; the answer is on its way then.</summary>
    private static async Task DecidedAsync(SmallSite site, string grant)
    {
        await Eventually.IsTrueAsync(() => site.Decisions.Count > 0, () => "Nothing was sent.");
        Assert.Contains($"\"grant\":\"{grant}\"", Assert.Single(site.Decisions), StringComparison.Ordinal);
    }
}
