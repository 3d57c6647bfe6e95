using CookieGateway.Banner.Assets;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>
/// FIELD (b) 8, "auto-block breaks the site": forms, links and timers call the trackers' APIs while everything is held, and go on.
/// </summary>
[Collection(nameof(BrowserCollection))]
public sealed class StubTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("ym(1, 'reachGoal', 'form', { a: 1 }, done)")]
    [InlineData("ym(1, 'hit', '/x', { callback: done })")]
    [InlineData("ym(1, 'getClientID', (id) => { if (String(id) === '') done() })")]
    [InlineData("ga('send', 'event', 'form', 'sent', { hitCallback: done })")]
    [InlineData("ga((tracker) => { tracker.get('clientId'); done() })")]
    [InlineData("gtag('event', 'form', { event_callback: done })")]
    [InlineData("dataLayer.push({ event: 'form', eventCallback: done })")]
    public async Task Complaint_8_a_call_back_comes_though_the_tracker_is_held(string call)
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Page.EvaluateAsync($"() => new Promise((finish) => {{ const done = () => finish(); {call} }})");

        Assert.Empty(visitor.ForeignRequests);
    }

    [Theory]
    [InlineData("fbq('track', 'Lead')")]
    [InlineData("VK.Retargeting.Init('VK-1'); VK.Retargeting.Hit()")]
    [InlineData("VK.Widgets.Group('vk', { mode: 3 }, 1)")]
    [InlineData("_tmr.push({ type: 'reachGoal', id: 1, goal: 'form' })")]
    [InlineData("ttq.track('Contact'); ttq.identify({ email: '' }); ttq.page()")]
    [InlineData("clarity('set', 'a', 'b'); hj('event', 'form')")]
    [InlineData("roistat.event.send('form'); roistatGoal.reach({ name: 'a' })")]
    [InlineData("ct('goal', 'form'); ct('calltracking_params', 'x').sessionId")]
    [InlineData("_zero_kz_.push(['id', 1])")]
    [InlineData("uetq.push('event', 'form', {})")]
    [InlineData("_paq.push(['trackEvent', 'form', 'sent'])")]
    [InlineData("_gaq.push(['_trackEvent', 'form', 'sent'])")]
    [InlineData("jivo_api.open(); jivo_api.setContactInfo({ name: '' })")]
    [InlineData("new Ya.Metrika({ id: 1 }).reachGoal('form')")]
    [InlineData("Ya.share2('share', {})")]
    [InlineData("ymaps.ready(() => { throw new Error('too early') })", "yandex-maps")]
    [InlineData("DG.then(() => { throw new Error('too early') })", "2gis-maps")]
    [InlineData("Comagic.addOfflineRequest({ name: '' })", "comagic")]
    [InlineData("if (document.body instanceof VK.Widget) throw new Error('a stub is nobody')")]
    public async Task Complaint_8_a_call_of_a_held_tracker_does_not_throw(string call, string? heldTag = null)
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Head = heldTag is null ? "" : $"""<script type="text/plain" data-cg-purpose="marketing" data-cg-stub="{HeldStubs.Of(site.Judge.Find(heldTag)!)}"></script>""";
        site.Body = $"<button id=b onclick=\"{call.Replace("\"", "&quot;", StringComparison.Ordinal)}; window.wentOn = true\">Записаться</button>";
        await visitor.OpenAsync(site.Address);

        await visitor.Page.Locator("#b").ClickAsync();
        await visitor.RestAsync();

        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.wentOn"), string.Join("; ", visitor.ScriptErrors));
        Assert.Empty(visitor.ScriptErrors);
        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task A_tracker_that_few_pages_have_brings_its_stub_on_its_held_tag()
    {
        await using var site = await SmallSite.StartAsync();
        site.With("/amplitude.js", "text/javascript", "window.real = []; window.amplitude = { track: (name) => real.push(name) }");
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"""
            <script type="text/plain" data-cg-purpose="analytics" data-cg-tracker="amplitude" data-cg-src="/amplitude.js" data-cg-stub="{HeldStubs.Of(site.Judge.Find("amplitude")!)}"></script>
            <script>amplitude.track('seen'); window.wentOn = true</script>
            """;
        await visitor.OpenAsync(site.Address);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.wentOn"), string.Join("; ", visitor.ScriptErrors));

        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync("window.real && real.length");

        Assert.Equal("seen", await visitor.Page.EvaluateAsync<string>("real.join()"));
        Assert.Equal(0, await visitor.Page.Locator("script[stub]").CountAsync());
    }

    [Fact]
    public async Task A_counter_of_the_old_kind_is_known_from_its_held_script()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <script type="text/plain" data-cg-purpose="analytics" data-cg-tracker="yandex-metrika">w.yaCounter12345678 = new Ya.Metrika({ id: 12345678 })</script>
            <a id="call" href="#tel" onclick="yaCounter12345678.reachGoal('call'); window.wentOn = true">Позвонить</a>
            """;
        await visitor.OpenAsync(site.Address);

        await visitor.Page.Locator("#call").ClickAsync();

        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.wentOn"), string.Join("; ", visitor.ScriptErrors));
    }

    [Fact]
    public async Task After_a_grant_the_calls_are_made_again_once_each_and_in_order_and_call_backs_are_not()
    {
        await using var site = await SmallSite.StartAsync();
        site.With("/counter.js", "text/javascript", "window.real = []; window.ym = (...args) => { real.push(args[2]); if (typeof args[4] == 'function') args[4]() }");
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """<script type="text/plain" data-cg-purpose="analytics" data-cg-tracker="" data-cg-src="/counter.js"></script>""";
        await visitor.OpenAsync(site.Address);
        await visitor.Page.EvaluateAsync("() => { window.calledBack = 0; ym(1, 'reachGoal', 'first', {}, () => calledBack++); ym(1, 'reachGoal', 'second') }");

        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync("window.real && real.length == 2");

        Assert.Equal("first,second 1", await visitor.Page.EvaluateAsync<string>("real + ' ' + calledBack"));
    }

    [Fact]
    public async Task What_a_held_script_would_have_put_into_the_window_answers_and_keeps_what_the_page_adds()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <script type="text/plain" data-cg-purpose="marketing" data-cg-tracker="gemius" data-cg-stub="marketing,,2,Shop goal">
              window.Shop = window.Shop || {}; Shop.real = true; function goal() { return 'real' }
            </script>
            <script>Shop.banners.onShow(() => { window.calledBack = true }); Shop.own = 5; goal('form'); window.wentOn = true</script>
            """;
        await visitor.OpenAsync(site.Address);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.wentOn"), string.Join("; ", visitor.ScriptErrors));

        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync("window.Shop.real === true");

        Assert.Equal("5 real false", await visitor.Page.EvaluateAsync<string>("`${Shop.own} ${goal()} ${!!window.calledBack}`"));
    }

    /// <summary>FIELD (b) 7: "a tag read consent state before a default was set".</summary>
    [Theory]
    [InlineData("window.dataLayer = window.dataLayer || []; dataLayer.push({ event: 'own' })")]
    [InlineData("dataLayer = [{ event: 'own' }]")]
    [InlineData("var dataLayer = [{ event: 'own' }]")]
    public async Task Complaint_7_the_consent_default_is_the_first_thing_said_in_the_data_layer(string code)
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Head = $"<script>{code}</script>";
        await visitor.OpenAsync(site.Address);

        var said = await visitor.Page.EvaluateAsync<string>(
            "JSON.stringify(dataLayer.slice(0, 2).map((item) => item.length ? [...item] : item))");

        Assert.Equal(
            """[["consent","default",{"ad_storage":"denied","ad_user_data":"denied","ad_personalization":"denied","analytics_storage":"denied","functionality_storage":"denied","personalization_storage":"denied","security_storage":"granted","wait_for_update":500}],{"event":"own"}]""",
            said);
    }
}
