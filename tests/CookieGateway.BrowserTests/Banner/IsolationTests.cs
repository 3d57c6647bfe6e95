using CookieGateway.BrowserTests.Support;
using CookieGateway.Demo.Clinics;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>The site's style and ours in one page: neither may show on the other.</summary>
[Collection(nameof(DemoCollection))]
public sealed class IsolationTests(DemoBrowser browser)
{
    private const string Hostile = """
        <style>
        * { letter-spacing: .1em } form, section { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 2rem }
        h1, h2, h3 { color: green; font-family: serif; text-transform: uppercase } p { text-align: justify; max-width: 9rem }
        button { border-radius: 0; text-transform: uppercase; width: 100%; background: red } label::before { content: "×" }
        input { appearance: none; width: 100% } fieldset { border: 0; background: pink } a { color: red; display: block }
        dialog { background: yellow } div { padding: 1rem } .small { float: left }
        </style>
        """;

    // What can be seen of an element, without what depends on the text around it.
    private const string Looks = """
        (root) => [root, ...root.querySelectorAll('*')].map((element) => {
          const style = getComputedStyle(element), before = getComputedStyle(element, '::before')
          return [element.tagName, ...['display', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'letterSpacing', 'textTransform', 'textAlign', 'borderRadius',
            'borderTopWidth', 'paddingTop', 'appearance', 'float'].map((name) => style[name]), before.content].join(' ')
        })
        """;

    public static TheoryData<string> Clinics => [.. Clinic.All.Select(clinic => clinic.Hosts[0])];

    [Theory, MemberData(nameof(Clinics))]
    public async Task Opening_the_preferences_in_place_changes_nothing_on_the_clinics_page(string host)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await visitor.OpenAsync(browser.Demo.AddressOf(host));
        await visitor.Page.EvaluateAsync("document.getElementById('cg-banner').remove()");
        var page = visitor.Page.Locator("html");
        var before = await page.EvaluateAsync<string[]>(Looks);

        await visitor.Page.EvaluateAsync("cookieConsent.open()");
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        await visitor.Page.EvaluateAsync("() => { document.getElementById('cg-dialog').remove(); document.querySelector('link[href*=\"pages.css\"]').id = 'ours' }");
        await visitor.RestAsync();
        var after = await page.EvaluateAsync<string[]>(Looks.Replace("root.querySelectorAll('*')", "root.querySelectorAll('*:not(#ours)')", StringComparison.Ordinal));

        Assert.Empty(Differences(before, after));
    }

    [Fact]
    public async Task The_banner_and_the_preferences_look_the_same_on_every_site()
    {
        await using var plain = await WrittenSite.StartAsync();
        await using var hostile = await WrittenSite.StartAsync();
        hostile.With("/", "", head: Hostile);

        Assert.Empty(Differences(await LooksAsync(plain), await LooksAsync(hostile)));
    }

    private static IEnumerable<string> Differences(IReadOnlyList<string> before, IReadOnlyList<string> after) => before.Count == after.Count
        ? before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First} became {pair.Second}")
        : [$"There were {before.Count} elements, and are {after.Count}."];

    private async Task<IReadOnlyList<string>> LooksAsync(WrittenSite site)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await visitor.OpenAsync(site.AddressOf());
        var banner = await visitor.Banner.Banner.EvaluateAsync<string[]>(Looks);
        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        return [.. banner, .. await visitor.Page.Locator("#cg-dialog").EvaluateAsync<string[]>(Looks)];
    }
}
