using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>What vendors and the site's own people are told, in the vendors' own words (FIELD (e)).</summary>
[Collection(nameof(BrowserCollection))]
public sealed class SignalTests(BrowserFixture browser)
{
    // Stands for libraries that are there and running: what they are told is written down, across the reload.
    private const string Listeners = """
        <script>
          const say = (...words) => sessionStorage.setItem('said', (sessionStorage.getItem('said') || '') + JSON.stringify(words) + '\n')
          for (const name of ['clarity', 'fbq']) window[name] = (...words) => say(name, ...words)
          window.ttq = Object.fromEntries(['grantConsent', 'revokeConsent', 'enableCookie', 'disableCookie'].map((name) => [name, () => say('ttq', name)]))
          window.uetq = { push: (...words) => say('uetq', ...words) }
          window._paq = { push: (...words) => say('_paq', ...words) }
        </script>
        """;

    [Fact]
    public async Task A_grant_is_told_to_every_vendor_in_its_own_words()
    {
        await using var site = await SmallSite.StartAsync();
        site.Head = Listeners;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        Assert.Null(await visitor.Page.EvaluateAsync<string?>("sessionStorage.getItem('said')"));

        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync("dataLayer.at(-1).event == 'cookie_consent'");

        Assert.Equal(
            """
            ["uetq","consent","update",{"ad_storage":"granted"}]
            ["clarity","consentv2",{"ad_Storage":"granted","analytics_Storage":"granted"}]
            ["fbq","consent","grant"]
            ["ttq","grantConsent"]
            ["ttq","enableCookie"]
            ["_paq",["setConsentGiven"],["setCookieConsentGiven"]]

            """.ReplaceLineEndings("\n"),
            await visitor.Page.EvaluateAsync<string>("sessionStorage.getItem('said')"));
        Assert.Equal(
            """{"event":"cookie_consent","cookie_consent":{"preferences":true,"analytics":true,"marketing":true,"trackers":[]}}""",
            await visitor.Page.EvaluateAsync<string>("JSON.stringify(dataLayer.at(-1))"));
    }

    [Fact]
    public async Task A_returning_visitor_is_announced_before_the_page_says_anything()
    {
        await using var site = await SmallSite.StartAsync();
        site.Head = "<script>window.dataLayer = window.dataLayer || []; dataLayer.push({ event: 'own' })</script>";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        await visitor.Banner.AcceptAllAsync();
        await visitor.OpenAsync(site.Address);

        Assert.Equal(
            "consent default denied 500,consent update granted ,own",
            await visitor.Page.EvaluateAsync<string>(
                "dataLayer.slice(0, 3).map((item) => item.event || `${item[0]} ${item[1]} ${item[2].ad_storage} ${item[2].wait_for_update || ''}`).join()"));
    }

    /// <summary>A signal that is left out would fall back to whatever it was (FIELD (b), Consent Mode).</summary>
    [Fact]
    public async Task A_partial_grant_says_every_one_of_Googles_signals_and_tells_the_vendors_what_they_may()
    {
        await using var site = await SmallSite.StartAsync();
        site.Head = Listeners;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog input[value=analytics]").CheckAsync();
        await visitor.Page.Locator("#cg-dialog [data-cg-do=save]").ClickAsync();
        await visitor.Page.WaitForFunctionAsync("dataLayer.at(-1).event == 'cookie_consent'");

        Assert.Equal(
            """
            {"ad_storage":"denied","ad_user_data":"denied","ad_personalization":"denied","analytics_storage":"granted","functionality_storage":"denied","personalization_storage":"denied","security_storage":"granted"}
            """.Trim(),
            await visitor.Page.EvaluateAsync<string>("JSON.stringify([...dataLayer].findLast((entry) => entry[0] == 'consent' && entry[1] == 'update')[2])"));
        Assert.Equal(
            """
            ["uetq","consent","update",{"ad_storage":"denied"}]
            ["clarity","consentv2",{"ad_Storage":"denied","analytics_Storage":"granted"}]
            ["fbq","consent","revoke"]
            ["ttq","revokeConsent"]
            ["ttq","disableCookie"]
            ["_paq",["setConsentGiven"],["setCookieConsentGiven"]]

            """.ReplaceLineEndings("\n"),
            await visitor.Page.EvaluateAsync<string>("sessionStorage.getItem('said')"));
    }

    [Fact]
    public async Task A_withdrawal_is_told_to_the_vendors_of_the_catalog_before_their_storage_goes()
    {
        await using var site = await SmallSite.StartAsync();
        site.Head = Listeners + """
            <script>
              window.posthog = { opt_out_capturing() { say('posthog', Object.keys(localStorage).sort().join()) } }
              window.yaCounter77 = { destruct() { say('metrika', window.disableYaCounter77, Object.keys(localStorage).length) } }
            </script>
            """;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.EvaluateAsync("sessionStorage.removeItem('said'); localStorage.setItem('_hjSession', '1'); localStorage.setItem('_ym_uid', '1'); localStorage.setItem('cart', '1')");

        await visitor.Banner.WithdrawAsync();

        Assert.Equal("cart", await visitor.Page.EvaluateAsync<string>("Object.keys(localStorage).join()"));
        var said = await visitor.Page.EvaluateAsync<string>("sessionStorage.getItem('said')");
        foreach (var words in (string[])[
            """["uetq","consent","update",{"ad_storage":"denied"}]""",
            """["clarity","consentv2",{"ad_Storage":"denied","analytics_Storage":"denied"}]""",
            """["fbq","consent","revoke"]""", """["ttq","revokeConsent"]""", """["ttq","disableCookie"]""",
            """["_paq",["forgetConsentGiven"],["forgetCookieConsentGiven"]]""", """["posthog","_hjSession,_ym_uid,cart"]""", """["metrika",true,3]"""])
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }
    }
}
