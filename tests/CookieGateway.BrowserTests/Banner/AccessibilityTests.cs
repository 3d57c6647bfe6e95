using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>The banner for those who see little, see it large, press keys, or have told their machine what they need (WCAG 2.2).</summary>
[Collection(nameof(BrowserCollection))]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private const string Placeholder = """
        <div data-cg-placeholder="youtube" style="width:20rem;height:15rem"><div data-cg-part="note"><p data-cg-part="name"><b>YouTube</b></p><form method="post" action="/_consent/decision">
        <a href="https://www.youtube.com/embed/1" target="_blank" rel="noopener" data-cg-do="once">Показать один раз</a>
        <input type="hidden" name="tracker" value="youtube"><button type="submit" data-cg-do="always">Показывать всегда</button></form></div></div>
        """;

    private static string Links => string.Concat(Enumerable.Range(1, 40).Select(number => $"<p><a href=\"#{number}\">Услуга {number}</a></p>"));

    [Theory]
    [InlineData("ru", ColorScheme.Light)]
    [InlineData("ru", ColorScheme.Dark)]
    [InlineData("kk", ColorScheme.Light)]
    [InlineData("kk", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Complaint_18_neither_layer_has_a_violation_in_light_or_dark(string language, ColorScheme scheme)
    {
        await using var site = await SmallSite.StartAsync();
        site.Seen("yandex-metrika", "youtube").Language = language;
        site.Body = Placeholder;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });

        await visitor.OpenAsync(site.Address);
        await visitor.Page.ShouldHaveNoViolationsAsync("The banner");
        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach((details) => { details.open = true })");
        await visitor.Page.ShouldHaveNoViolationsAsync("The preferences in place");
        await visitor.Page.Locator("#cg-dialog [data-cg-do=refuse]").ClickAsync();
        await visitor.Banner.Settings.WaitForAsync();
        await visitor.Page.ShouldHaveNoViolationsAsync("The permanent button");
        await visitor.OpenAsync(new Uri(site.Address, $"/_consent/?lang={language}"));
        await visitor.Page.ShouldHaveNoViolationsAsync("The preferences");
    }

    /// <summary>WCAG 2.2, 2.4.11. The last size is a window of 1280 by 1024 at 400 percent.</summary>
    [Theory]
    [InlineData("bottom", 1280, 900)]
    [InlineData("top", 1280, 900)]
    [InlineData("corner", 1280, 900)]
    [InlineData("bottom", 360, 740)]
    [InlineData("bottom", 320, 256)]
    [InlineData("top", 320, 256)]
    public async Task What_has_the_focus_is_never_hidden_behind_the_banner(string position, int width, int height)
    {
        await using var site = await SmallSite.StartAsync(("Banner:Position", position));
        site.Body = Links;
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width, Height = height });
        await visitor.OpenAsync(site.Address);

        var hidden = new List<string>();
        var seen = 0;
        for (var press = 0; press < 60 && seen < 40; press++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            var focused = await visitor.Page.EvaluateAsync<string>("""
                () => {
                  const banner = document.getElementById('cg-banner'), link = document.activeElement
                  if (link == document.body || banner.contains(link)) return ''
                  const a = link.getBoundingClientRect(), b = banner.getBoundingClientRect()
                  const inside = a.top >= b.top - 1 && a.bottom <= b.bottom + 1 && a.left >= b.left - 1 && a.right <= b.right + 1
                  return (inside || a.bottom < 0 || a.top > innerHeight ? 'hidden ' : '') + link.textContent
                }
                """);
            seen += focused.Contains("Услуга", StringComparison.Ordinal) ? 1 : 0;
            hidden.AddRange(focused.StartsWith("hidden", StringComparison.Ordinal) ? [focused] : []);
        }

        Assert.Equal(40, seen);
        Assert.Empty(hidden);
    }

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(360, 740)]
    public async Task Every_target_is_large_enough_for_a_finger(int width, int height)
    {
        const string Small = """
            [...document.querySelectorAll('#cg-banner :is(a,button), #cg-settings :is(a,button), [data-cg-placeholder] :is(a,button), #cg-dialog :is(a,button,summary,label)')]
              .filter((target) => target.checkVisibility())
              .filter((target) => { const box = target.getBoundingClientRect(); return box.width < 24 || box.height < 24 })
              .map((target) => target.outerHTML)
            """;
        await using var site = await SmallSite.StartAsync();
        site.Seen("yandex-metrika", "youtube").Body = Placeholder;
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width, Height = height });
        await visitor.OpenAsync(site.Address);

        var onBanner = await visitor.Page.EvaluateAsync<string[]>(Small);
        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        var inPreferences = await visitor.Page.EvaluateAsync<string[]>(Small);
        await visitor.Page.Locator("#cg-dialog [data-cg-do=accept]").ClickAsync();
        await visitor.Banner.Withdraw.WaitForAsync();
        var afterwards = await visitor.Page.EvaluateAsync<string[]>(Small);

        Assert.Empty(onBanner.Concat(inPreferences).Concat(afterwards));
    }

    /// <summary>WCAG 2.2, 1.4.10: a window of 1280 by 1024 pixels at 400 percent.</summary>
    [Fact]
    public async Task Enlarged_four_times_the_banner_leaves_room_for_the_page_and_every_choice_can_be_made()
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = Links;
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = 320, Height = 256 });
        await visitor.OpenAsync(site.Address);

        var height = await visitor.Banner.Banner.EvaluateAsync<double>("banner => banner.getBoundingClientRect().height");
        var fits = await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");
        await visitor.Banner.RefuseAllAsync();

        Assert.True(fits, "The page scrolls sideways.");
        Assert.InRange(height, 1, 256 * 0.7);
        Assert.Single(site.Decisions);
    }

    [Fact]
    public async Task Who_wants_no_motion_gets_none()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await visitor.OpenAsync(site.Address);

        Assert.Equal("none 0s", await visitor.Banner.Banner.EvaluateAsync<string>(
            "banner => getComputedStyle(banner).animationName + ' ' + getComputedStyle(banner).transitionDuration"));
    }

    [Fact]
    public async Task In_forced_colours_the_buttons_keep_their_outlines()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await visitor.OpenAsync(site.Address);

        foreach (var button in (ILocator[])[visitor.Banner.Refuse, visitor.Banner.Accept, visitor.Banner.Choose])
        {
            Assert.Equal("2px solid", await button.EvaluateAsync<string>("button => getComputedStyle(button).borderWidth + ' ' + getComputedStyle(button).borderStyle"));
        }
    }

    [Fact]
    public async Task A_printed_page_carries_no_banner()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await visitor.Banner.IsShownAsync());
        Assert.Equal("0px", await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).paddingBottom"));
    }

    [Fact]
    public async Task Complaint_15_an_installation_with_a_prefix_of_its_own_has_no_name_that_a_list_could_know()
    {
        await using var site = await WrittenSite.StartAsync("--Gateway:Brand=klinika");
        site.With("/", """
            <script async src="https://mc.yandex.ru/metrika/tag.js"></script>
            <iframe src="https://www.youtube.com/embed/abcg-123" width="560" height="315" title="Видео"></iframe>
            """);
        await using var visitor = await browser.NewVisitorAsync();
        var files = new List<string>();
        visitor.Page.Request += (_, request) => files.AddRange(request.Url.Contains("/_consent/assets/", StringComparison.Ordinal) ? [request.Url.Split('/')[^1]] : []);
        await visitor.OpenAsync(site.AddressOf());
        Assert.Empty(visitor.ForeignRequests);

        await visitor.Page.Locator("#klinika-banner [data-klinika-do=choose]").ClickAsync();
        await visitor.Page.Locator("#klinika-dialog[open] [data-klinika-do=accept]").ClickAsync();
        await visitor.Page.Locator("#klinika-settings [data-klinika-do=withdraw]").WaitForAsync();

        await visitor.ShouldRequestAsync(request => request.Path == "/metrika/tag.js", "The counter");
        await visitor.ShouldRequestAsync(request => request.Path == "/embed/abcg-123", "The video");
        Assert.DoesNotMatch(@"\bcg-|data-cg", await visitor.Page.ContentAsync());
        Assert.All(files, file => Assert.StartsWith("klinika-", file, StringComparison.Ordinal));
        Assert.Contains("klinika_consent", await visitor.CookiesAsync());
        visitor.ShouldHaveNoScriptErrors();
    }
}
