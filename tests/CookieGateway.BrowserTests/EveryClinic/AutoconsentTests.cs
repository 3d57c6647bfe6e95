using CookieGateway.Banner.Assets;
using CookieGateway.BrowserTests.Clients;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.EveryClinic;

/// <summary>DuckDuckGo's autoconsent refuses at each of the clinics: by its general heuristic where it knows the language's words, by our rule elsewhere.</summary>
[Collection(nameof(DemoCollection))]
public sealed class AutoconsentTests(DemoBrowser browser)
{
    [Theory]
    [MemberData(nameof(FrontPages.InEveryLanguage), MemberType = typeof(FrontPages))]
    public async Task Autoconsent_refuses_at_every_clinic(string host, string path, string language)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
        var isKnownByWords = language != "kk";

        await Autoconsent.ActAsync(
            visitor.Page,
            "optOut",
            isKnownByWords ? await Autoconsent.OwnRulesAsync() : $$"""{"autoconsent": [{{AssetText.Read("autoconsent.json", "cg")}}]}""");

        Assert.Equal(isKnownByWords ? "HEURISTIC-REJECT" : "cookiegateway", await Autoconsent.DoneAsync(visitor.Page));
        await visitor.Page.WaitForFunctionAsync("() => cookieConsent.state.decided");
        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
        Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        Assert.Equal("", await visitor.Page.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
        Assert.Empty(visitor.ForeignRequests);
    }
}
