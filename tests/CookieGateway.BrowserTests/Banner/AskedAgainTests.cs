using CookieGateway.Banner;
using CookieGateway.BrowserTests.Screenshots;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>A site has taken on a tracker since its visitor granted everything: FIELD (b) 20, asked again, and then only for what is new.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class AskedAgainTests(BrowserFixture browser)
{
    // The pixel as its vendor hands it out, a copy of it that code makes, and a call of the page's own.
    private const string Pixel = """
        <script>
          !function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};
          if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;
          s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');
          fbq('init', '1'); fbq('track', 'PageView');
        </script>
        <script>
          fbq('track', 'Lead')
          new Image().src = 'https://www.facebook.com/tr?id=1'
        </script>
        """;

    private readonly ShiftedClock _clock = new();
    private string[] _carried = ["yandex-metrika"];

    [Fact]
    public async Task Complaint_20_the_new_tracker_is_held_and_asked_for_and_released_in_place_when_it_is_let_in()
    {
        await using var site = await StartAsync();
        await using var visitor = await AcceptedAsync(site);
        TakeOn("meta-pixel");
        var before = visitor.ForeignRequests.Count;

        await visitor.OpenAsync(site.AddressOf("/prices"));
        Assert.True(await visitor.Banner.IsShownAsync());
        Assert.Contains("Meta Pixel", await visitor.Banner.Banner.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Разрешено: Удобство, Статистика, Реклама", await visitor.Banner.Banner.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.ForeignRequests.Skip(before), request => request.Host.Contains("facebook", StringComparison.Ordinal));
        Assert.Contains(visitor.ForeignRequests.Skip(before), request => request.Host == "mc.yandex.ru");

        await visitor.Page.EvaluateAsync("window.isTheSamePage = true");
        await visitor.Banner.AcceptAllAsync();
        await visitor.ShouldRequestAsync(request => request.Path == "/tr/" && request.Target.Contains("Lead", StringComparison.Ordinal), "The call made before");
        await visitor.RestAsync();

        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.isTheSamePage"));
        Assert.Equal(
            ["/en_US/fbevents.js", "/tr", "/tr/", "/tr/"],
            visitor.ForeignRequests.Skip(before).Where(request => request.Host.Contains("facebook", StringComparison.Ordinal)).Select(request => request.Path).Order());
        Assert.False(await visitor.Banner.IsShownAsync());
        await visitor.OpenAsync(site.AddressOf("/doctors"));
        Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        visitor.ShouldHaveNoScriptErrors();
    }

    [Fact]
    public async Task Complaint_20_not_letting_it_in_keeps_the_earlier_answers_and_ends_the_question()
    {
        await using var site = await StartAsync();
        await using var visitor = await AcceptedAsync(site);
        TakeOn("meta-pixel");
        await visitor.OpenAsync(site.AddressOf("/prices"));

        await visitor.Banner.RefuseAllAsync();
        await visitor.OpenAsync(site.AddressOf("/doctors"));

        Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        Assert.DoesNotContain(visitor.ForeignRequests, request => request.Host.Contains("facebook", StringComparison.Ordinal));
        Assert.Equal("preferences,analytics,marketing", await visitor.Page.EvaluateAsync<string>("cookieConsent.state.purposes.sort((a, b) => 'pam'.indexOf(a[0]) - 'pam'.indexOf(b[0])).join()"));
        visitor.ShouldHaveNoScriptErrors();
    }

    [Fact]
    public async Task Whoever_does_not_answer_keeps_what_was_granted_and_can_take_it_all_back_at_once()
    {
        await using var site = await StartAsync();
        await using var visitor = await AcceptedAsync(site);
        TakeOn("meta-pixel");
        await visitor.OpenAsync(site.AddressOf("/prices"));
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Escape");
        Assert.False(await visitor.Banner.IsShownAsync());

        await visitor.OpenAsync(site.AddressOf("/doctors"));
        Assert.True(await visitor.Banner.IsShownAsync());
        await visitor.Page.LoadAnewAsync(() => visitor.Banner.Banner.Locator("[data-cg-do=withdraw]").ClickAsync());
        await visitor.RestAsync();

        Assert.Equal("", await visitor.Page.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
    }

    [Theory]
    [InlineData("ru", 1280)]
    [InlineData("kk", 1280)]
    [InlineData("en", 1280)]
    [InlineData("ru", 360)]
    [InlineData("kk", 360)]
    [InlineData("en", 360)]
    public async Task The_banner_that_asks_again_is_accessible_and_within_the_screen(string language, int width)
    {
        await using var site = await StartAsync(language);
        await using var visitor = await AcceptedAsync(site, new VisitorTraits { Language = language, Width = width });
        TakeOn("meta-pixel", "2gis-maps");
        await visitor.OpenAsync(site.AddressOf("/prices"));

        await visitor.Page.ShouldHaveNoViolationsAsync("The banner that asks again");
        await Shots.TakeAsync(visitor.Page, $"again-{language}-{width}");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var sizes = await visitor.Page.EvaluateAsync<string>("['refuse', 'accept'].map((act) => { const { width, height } = document.querySelector(`#cg-banner [data-cg-part=choices] [data-cg-do=${act}]`).getBoundingClientRect(); return [width, height].map(Math.round).join('x') }).join()");
        Assert.Equal(sizes.Split(',')[0], sizes.Split(',')[1]);
    }

    private Task<RealSite> StartAsync(string language = "ru") => RealSite.StartAsync(
        http => $"""
            <!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Клиника</title>
            <meta name="viewport" content="width=device-width"><script src="https://mc.yandex.ru/metrika/tag.js"></script></head>
            <body><main><h1>Клиника</h1></main>{(http.Request.Path == "/welcome" ? "" : Pixel)}</body></html>
            """,
        adjust: builder => builder.Services
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<SeenTrackers>(site => Trackers(site.Judge))
            .AddSingleton<CarriedTrackers>(site => Trackers(site.Judge)));

    private async Task<Visitor> AcceptedAsync(RealSite site, VisitorTraits? traits = null)
    {
        var visitor = await browser.NewVisitorAsync(traits);
        await visitor.OpenAsync(site.AddressOf("/welcome"));
        await visitor.Banner.AcceptAllAsync();
        await visitor.RestAsync();
        return visitor;
    }

    private void TakeOn(params string[] trackers)
    {
        _carried = [.. _carried, .. trackers];
        _clock.Shift += Newcomers.Rest;
    }

    private Tracker[] Trackers(TrackerJudge judge) => [.. _carried.Select(id => judge.Find(id)!)];
}
