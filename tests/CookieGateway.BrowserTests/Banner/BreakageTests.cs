using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>Pages whose forms, links and timers call every tracker that the market knows, with all of them held: nothing of the page is lost.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class BreakageTests(BrowserFixture browser)
{
    // As sites write it: no check whether the library is there, since their authors have always seen it there.
    private const string Calls = """
        ym(1, 'reachGoal', 'form'); new Ya.Metrika({ id: 1 }).reachGoal('form'); window.yaCounter1 && yaCounter1.reachGoal('form');
        gtag('event', 'form'); dataLayer.push({ event: 'form' }); ga('send', 'event', 'form'); _gaq.push(['_trackEvent', 'form']);
        fbq('track', 'Lead'); VK.Retargeting.Event('form'); VK.Goal('lead'); _tmr.push({ type: 'reachGoal', id: 1, goal: 'form' });
        ttq.track('SubmitForm'); clarity('event', 'form'); hj('event', 'form'); roistat.event.send('form'); ct('goal', 'form');
        _zero_kz_.push(['goal', 1]); uetq.push('event', 'form', {}); _paq.push(['trackEvent', 'form']);
        """;

    [Fact]
    public async Task A_form_is_sent_whose_handler_tells_all_trackers()
    {
        await using var site = await SmallSite.StartAsync();
        site.With("/zapis", "text/html", "<p id=done>Записаны");
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"""
            <form action="/zapis"><input name="phone" value="7"><button>Записаться</button></form>
            <script>document.forms[document.forms.length - 1].addEventListener('submit', () => {"{"} {Calls} {"}"})</script>
            """;
        await visitor.OpenAsync(site.Address);

        await visitor.Page.Locator("main button").ClickAsync();

        await visitor.Page.Locator("#done").WaitForAsync();
        visitor.ShouldHaveNoScriptErrors();
        Assert.Empty(visitor.ForeignRequests);
    }

    [Theory]
    [InlineData("ym(1, 'reachGoal', 'call', {}, go)")]
    [InlineData("gtag('event', 'call', { event_callback: go, event_timeout: 60000 })")]
    [InlineData("ga('send', 'event', 'call', 'click', { hitCallback: go })")]
    [InlineData("dataLayer.push({ event: 'call', eventCallback: go, eventTimeout: 60000 })")]
    [InlineData("ym(1, 'getClientID', go)")]
    public async Task A_link_leads_on_when_its_tracker_has_answered(string call)
    {
        await using var site = await SmallSite.StartAsync();
        site.With("/next", "text/html", "<p id=done>Дальше");
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"""
            <a id="call" href="/next">Позвонить</a>
            <script>document.getElementById('call').onclick = () => {"{"} const go = () => {"{"} location = '/next' {"}"}; {call}; return false {"}"}</script>
            """;
        await visitor.OpenAsync(site.Address);

        await visitor.Page.Locator("#call").ClickAsync();

        await visitor.Page.Locator("#done").WaitForAsync();
        visitor.ShouldHaveNoScriptErrors();
        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task A_timer_goes_on_that_tells_all_trackers()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"<script>window.ticks = 0; setInterval(() => {"{"} {Calls} ticks++ {"}"}, 10)</script>";
        await visitor.OpenAsync(site.Address);

        await visitor.Page.WaitForFunctionAsync("window.ticks > 5");

        visitor.ShouldHaveNoScriptErrors();
        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task What_was_told_before_or_under_a_refusal_is_told_to_nobody_later()
    {
        await using var site = await SmallSite.StartAsync();
        site.With("/counter.js", "text/javascript", "window.real = []; window.ym = (...args) => { real.push(args[2]) }");
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """<script type="text/plain" data-cg-purpose="analytics" data-cg-tracker="" data-cg-src="/counter.js"></script>""";
        await visitor.OpenAsync(site.Address);
        await visitor.Page.EvaluateAsync("() => { ym(1, 'reachGoal', 'before') }");
        await visitor.Banner.RefuseAllAsync();
        await visitor.Page.EvaluateAsync("() => { ym(1, 'reachGoal', 'between') }");

        await visitor.Page.EvaluateAsync("() => { cookieConsent.acceptAll() }");
        await visitor.Page.WaitForFunctionAsync("window.real");
        await visitor.RestAsync();
        await visitor.Page.EvaluateAsync("() => { ym(1, 'reachGoal', 'after') }");

        Assert.Equal("after", await visitor.Page.EvaluateAsync<string>("real.join()"));
    }
}
