using System.Text.Json;
using CookieGateway.Banner.Assets;
using CookieGateway.BrowserTests.Banner;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Clients;

/// <summary>
/// A visitor whose Consent-O-Matic answers by our rule. The extension is in no package registry, so a small reader of its rule language
/// stands for it.
/// </summary>
[Collection(nameof(BrowserCollection))]
public sealed class ConsentOMaticTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(false, false, false, "[]", "cg")]
    [InlineData(true, true, true, "[\"preferences\",\"analytics\",\"marketing\"]", "cg")]
    [InlineData(false, true, false, "[\"analytics\"]", "x7")]
    public async Task Our_rule_grants_what_its_visitor_has_set_and_nothing_else(bool comfort, bool analytics, bool marketing, string granted, string brand)
    {
        await using var site = await SmallSite.StartAsync(brand);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        var reader = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Clients", "consent-o-matic.js"));
        using var rules = JsonDocument.Parse(AssetText.Read("consent-o-matic.json", brand));
        var rule = rules.RootElement.GetProperty("cookiegateway").GetRawText();
        var wanted = JsonSerializer.Serialize(new { A = comfort, B = analytics, F = marketing });

        var end = await visitor.Page.EvaluateAsync<string>($"({reader})({rule}, {wanted})");
        await Eventually.IsTrueAsync(() => site.Decisions.Count > 0, () => "Nothing was sent.");

        Assert.Equal("done", end);
        Assert.Contains($"\"grant\":{granted}", Assert.Single(site.Decisions), StringComparison.Ordinal);
        Assert.Empty(visitor.ScriptErrors);
    }
}
