using CookieGateway.BrowserTests.Support;
using Deque.AxeCore.Playwright;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>What a visitor meets. Named after the complaints of people who use such banners (FIELD (b)).</summary>
[Collection(nameof(BrowserCollection))]
public sealed class BannerTests(BrowserFixture browser)
{
    private const string Placeholder = """
        <div data-cg-placeholder="youtube" style="width:560px;height:315px"><div data-cg-part="note"><form method="post" action="/_consent/decision">
        <a href="https://www.youtube.com/embed/1" target="_blank" rel="noopener" data-cg-do="once" data-cg-label="Показать один раз">Открыть</a>
        <input type="hidden" name="tracker" value="youtube"><button type="submit" data-cg-do="always">Показывать всегда</button></form></div>
        <iframe data-cg-src="https://www.youtube.com/embed/1" data-cg-purpose="preferences" data-cg-tracker="youtube" title="Видео" hidden="data-cg-placeholder"></iframe></div>
        """;

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public async Task Complaint_18_banner_and_preferences_have_no_accessibility_violations(string language)
    {
        await using var site = await SmallSite.StartAsync();
        site.Seen("yandex-metrika", "youtube").Language = language;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        var first = await visitor.Page.RunAxe();
        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        var second = await visitor.Page.RunAxe();
        await visitor.Page.GotoAsync(new Uri(site.Address, $"/_consent/?lang={language}").AbsoluteUri);
        var page = await visitor.Page.RunAxe();

        Assert.Empty(first.Violations.Concat(second.Violations).Concat(page.Violations)
            .Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
    }

    [Fact]
    public async Task Complaint_18_the_first_stop_of_the_keyboard_is_in_the_banner_and_Escape_grants_nothing()
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = "<a href=\"#x\">Первая ссылка</a>";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.getElementById('cg-banner').contains(document.activeElement)"));
        await visitor.Page.Keyboard.PressAsync("Escape");

        Assert.False(await visitor.Banner.IsShownAsync());
        Assert.True(await visitor.Banner.Settings.IsVisibleAsync());
        Assert.Empty(site.Decisions);
    }

    [Fact]
    public async Task Complaint_18_the_keyboard_alone_chooses_in_the_preferences_and_focus_comes_back()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Banner.Choose.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Locator("#cg-dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.Equal("choose", await visitor.Page.EvaluateAsync<string>("document.activeElement.dataset.cgDo"));
        Assert.Empty(site.Decisions);
    }

    [Fact]
    public async Task Pressing_twice_opens_the_preferences_once()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Page.EvaluateAsync("() => Promise.all([cookieConsent.open(), cookieConsent.open()])");

        Assert.Equal(1, await visitor.Page.Locator("dialog").CountAsync());
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Complaint_19_refusing_and_accepting_have_the_same_size_and_weight(int width)
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width });
        await visitor.OpenAsync(site.Address);

        var looks = await visitor.Page.EvaluateAsync<string[]>("""
            ['refuse', 'accept', 'choose'].map((act) => {
              const button = document.querySelector(`[data-cg-do=${act}]`)
              const { width, height } = button.getBoundingClientRect()
              const { fontSize, fontWeight, color, backgroundColor } = getComputedStyle(button)
              return [button.tagName, Math.round(width), Math.round(height), fontSize, fontWeight, color, backgroundColor].join(' ')
            })
            """);

        Assert.Single(looks.Distinct());
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Complaint_15_where_a_list_hides_the_banner_the_page_scrolls_and_stays_refused()
    {
        await using var site = await SmallSite.StartAsync();
        site.Head = "<style>#cg-banner{display:none!important}</style>";
        site.Body = "<div style=\"height:3000px\"></div><script>const s = document.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js'; document.head.append(s)</script>";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Page.Mouse.WheelAsync(0, 800);
        await visitor.Page.WaitForFunctionAsync("scrollY > 0");

        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task Complaint_16_the_banner_shifts_nothing()
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = "<p>" + string.Concat(Enumerable.Repeat("Текст ", 500)) + "</p>";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.AddInitScriptAsync(
            "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value }).observe({ type: 'layout-shift', buffered: true })");
        await visitor.OpenAsync(site.Address);
        await visitor.Banner.RefuseAllAsync();

        Assert.Equal(0, await visitor.Page.EvaluateAsync<double>("window.shift"));
    }

    [Fact]
    public async Task Complaint_24_the_banner_stays_out_of_search_results()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = false });
        await visitor.OpenAsync(site.Address);

        Assert.NotNull(await visitor.Banner.Banner.GetAttributeAsync("data-nosnippet"));
    }

    [Theory]
    [InlineData("accept", "all")]
    [InlineData("refuse", "none")]
    public async Task Without_JavaScript_the_banner_can_be_answered(string act, string grant)
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = false });
        await visitor.OpenAsync(new Uri(site.Address, "/prices?a=1"));

        await visitor.Page.LoadAnewAsync(() => visitor.Page.Locator($"#cg-banner [data-cg-do={act}]").ClickAsync());

        Assert.Equal(new Uri(site.Address, "/prices?a=1").AbsoluteUri, visitor.Page.Url);
        Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        Assert.Contains($"grant={grant}", Assert.Single(site.Decisions), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaint_5_withdrawing_is_one_click_and_reloads_once_into_a_clean_page()
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = """
            <script>
              window.fbq = (...args) => sessionStorage.setItem('revoked', args.join())
              sessionStorage.setItem('loads', 1 + Number(sessionStorage.getItem('loads')))
            </script>
            """;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.EvaluateAsync("localStorage.setItem('_ym_uid', '1'); localStorage.setItem('cart', '1')");

        await visitor.Page.Locator("[data-cg-do=withdraw]").ClickAsync();
        await visitor.Page.WaitForFunctionAsync("sessionStorage.getItem('loads') == 2 && document.readyState == 'complete'");

        Assert.Equal("cart consent,revoke", await visitor.Page.EvaluateAsync<string>("Object.keys(localStorage) + ' ' + sessionStorage.getItem('revoked')"));
        Assert.Equal("", await visitor.Page.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
    }

    [Fact]
    public async Task Complaint_9_an_embed_is_shown_once_or_always_from_its_placeholder()
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = Placeholder;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        await visitor.Banner.RefuseAllAsync();
        Assert.Empty(visitor.ForeignRequests);

        await visitor.Page.Locator("[data-cg-do=once]").ClickAsync();
        await visitor.ShouldRequestAsync(request => request.Path == "/embed/1", "The video, once");
        Assert.True(await visitor.Page.Locator("iframe[title=Видео]").IsVisibleAsync());

        await visitor.OpenAsync(site.Address);
        await visitor.Page.Locator("[data-cg-do=always]").ClickAsync();
        await visitor.Page.Locator("iframe[title=Видео]").WaitForAsync();
        Assert.Equal("youtube", TrackerOf(site.Decisions[^1]));
    }

    [Fact]
    public async Task When_the_ledger_is_down_nothing_is_granted_and_it_is_said()
    {
        await using var site = await SmallSite.StartAsync();
        site.LedgerIsDown = true;
        site.Body = """<script type="text/plain" data-cg-purpose="analytics" data-cg-src="https://mc.yandex.ru/metrika/tag.js"></script>""";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Banner.Accept.ClickAsync();
        await visitor.Page.Locator("#cg-banner [data-cg-part=problem]").WaitForAsync();

        Assert.True(await visitor.Banner.IsShownAsync());
        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task Other_tabs_follow_a_decision()
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = """<script type="text/plain" data-cg-purpose="analytics" data-cg-tracker="">window.released = true</script>""";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        var other = await visitor.Context.NewPageAsync();
        await other.GotoAsync(site.Address.AbsoluteUri);

        await visitor.Banner.AcceptAllAsync();

        await other.WaitForFunctionAsync("window.released");
        Assert.True(await other.Locator("#cg-banner").IsHiddenAsync());
    }

    [Fact]
    public async Task Complaint_13_going_back_shows_no_banner_again()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        await visitor.OpenAsync(new Uri(site.Address, "/second"));
        await visitor.Banner.AcceptAllAsync();

        await visitor.Page.GoBackAsync();
        await visitor.Banner.Banner.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        Assert.Equal("preferences,analytics,marketing", await visitor.Page.EvaluateAsync<string>("cookieConsent.state.purposes.join()"));
    }

    [Theory]
    [InlineData("default-src 'none'; script-src 'nonce-n0'; style-src 'nonce-n0'; connect-src 'self'; form-action 'self'")]
    [InlineData("script-src 'nonce-n0' 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'")]
    [InlineData("default-src 'self'")]
    [InlineData("default-src 'self' https:; script-src 'self' 'unsafe-inline' https:; style-src 'self' 'unsafe-inline'")]
    [InlineData("script-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src 'self'")]
    [InlineData("default-src *; style-src * 'unsafe-inline'")]
    [InlineData("script-src 'self'; require-trusted-types-for 'script'")]
    [InlineData("upgrade-insecure-requests; frame-ancestors 'none'")]
    public async Task Complaint_17_the_banner_works_in_place_under_the_pages_own_policy(string policy)
    {
        await using var site = await SmallSite.StartAsync();
        site.Policy = policy;
        await using var visitor = await browser.NewVisitorAsync();
        var complaints = new List<string>();
        visitor.Page.Console += (_, message) => complaints.AddRange(
            message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("TrustedHTML", StringComparison.Ordinal) ? [message.Text] : []);
        await visitor.OpenAsync(site.Address);

        Assert.Equal("fixed", await visitor.Banner.Banner.EvaluateAsync<string>("banner => getComputedStyle(banner).position"));
        await visitor.Banner.AcceptAllAsync();

        Assert.Empty(complaints);
        Assert.Empty(visitor.ScriptErrors);
        Assert.Single(site.Decisions);
    }

    [Theory]
    [InlineData("default-src 'none'; form-action 'self'")]
    [InlineData("script-src 'nonce-other' 'strict-dynamic' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; script-src-elem 'none'")]
    [InlineData("script-src 'none'; style-src 'none'")]
    [InlineData("sandbox allow-same-origin allow-forms")]
    public async Task Complaint_17_where_the_policy_forbids_scripts_the_form_is_what_remains(string policy)
    {
        await using var site = await SmallSite.StartAsync();
        site.Policy = policy;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Banner.Refuse.ClickAsync();
        await visitor.Page.WaitForFunctionAsync("() => !document.getElementById('cg-banner')");

        Assert.Contains("grant=none", Assert.Single(site.Decisions), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sites_people_can_ask_and_listen()
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = "<a id=\"own\" href=\"/_consent/\" data-consent-settings>Cookie</a>";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        await visitor.Page.EvaluateAsync("() => { window.heard = []; cookieConsent.onChange((state) => heard.push(state.purposes.join())) }");

        await visitor.Page.EvaluateAsync("cookieConsent.acceptAll()");
        await visitor.Banner.Withdraw.WaitForAsync();
        Assert.False(await visitor.Banner.Settings.IsVisibleAsync());
        await visitor.Page.Locator("#own").ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();

        Assert.Equal("preferences,analytics,marketing", await visitor.Page.EvaluateAsync<string>("heard.join(';')"));
        Assert.Equal("cookie_consent", await visitor.Page.EvaluateAsync<string>("dataLayer.at(-1).event"));
    }

    private static string? TrackerOf(string decision)
    {
        using var json = System.Text.Json.JsonDocument.Parse(decision);
        return json.RootElement.GetProperty("tracker").GetString();
    }
}
