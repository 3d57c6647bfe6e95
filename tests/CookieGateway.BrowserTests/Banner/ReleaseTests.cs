using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>After a grant: what was held runs once, in the order of the document, without a reload.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class ReleaseTests(BrowserFixture browser)
{
    private const string Held = "type=\"text/plain\" data-cg-purpose=\"analytics\" data-cg-tracker=\"\"";

    [Fact]
    public async Task Scripts_run_once_and_in_the_order_of_the_document()
    {
        await using var site = await SmallSite.StartAsync();
        foreach (var name in new[] { "blocking", "deferred", "after" })
        {
            site.With($"/{name}.js", "text/javascript", $"order.push('{name}')");
        }

        site.With("/module.js", "text/javascript", "order.push('module')");
        await using var visitor = await browser.NewVisitorAsync();
        site.Head = "<script>window.order = []</script>";
        site.Body = $"""
            <script {Held} data-cg-src="/deferred.js" defer></script>
            <script {Held} data-cg-type="module" data-cg-src="/module.js"></script>
            <script {Held}>order.push('inline')</script>
            <script {Held} data-cg-src="/blocking.js"></script>
            <script {Held} data-cg-type="text/javascript">order.push('second inline')</script>
            <script {Held} data-cg-src="/missing.js"></script>
            <script {Held} data-cg-src="/after.js"></script>
            """;
        site.With("/missing.js", "text/plain", "not a script");
        await visitor.OpenAsync(site.Address);
        Assert.Equal("", await visitor.Page.EvaluateAsync<string>("order.join()"));

        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync("order.length >= 6");
        await visitor.RestAsync();

        Assert.Equal("inline,blocking,second inline,after,deferred,module", await visitor.Page.EvaluateAsync<string>("order.join()"));
    }

    [Fact]
    public async Task A_script_finds_itself_and_what_it_writes_stands_behind_it()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"""
            <div id="counter"><script {Held} data-me="1">
              window.me = document.currentScript.getAttribute('data-me')
              document.write("<a href='//www.liveinternet.ru/click'><img id='li' src='//counter.yadro.ru/hit?r' alt=''></a>")
            </script></div><p id="end">Конец</p>
            """;
        await visitor.OpenAsync(site.Address);

        await visitor.Banner.AcceptAllAsync();

        await visitor.ShouldRequestAsync(request => request.Host == "counter.yadro.ru", "The counter");
        Assert.Equal("1", await visitor.Page.EvaluateAsync<string>("window.me"));
        Assert.Equal(1, await visitor.Page.Locator("#counter #li").CountAsync());
        Assert.True(await visitor.Page.Locator("#end").IsVisibleAsync());
    }

    [Fact]
    public async Task Who_waits_for_a_page_that_is_long_there_is_called_and_others_are_not_called_again()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Head = "<script>window.called = []; addEventListener('load', () => called.push('own'))</script>";
        site.Body = $"""
            <script {Held}>
              document.addEventListener('DOMContentLoaded', () => called.push('ready'))
              window.addEventListener('load', () => called.push('load'))
              addEventListener('DOMContentLoaded', {"{ handleEvent() { called.push('object') } }"})
            </script>
            """;
        await visitor.OpenAsync(site.Address);

        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync("called.length >= 4");

        Assert.Equal("own,ready,load,object", await visitor.Page.EvaluateAsync<string>("called.join()"));
    }

    /// <summary>FIELD (b) 6: "accept should not need a reload", and what the visitor came with is still there.</summary>
    [Fact]
    public async Task Complaint_6_accepting_does_not_reload_and_landing_address_and_referrer_are_kept()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"""<script {Held}>window.landed = [location.search, document.referrer].join()</script>""";
        await visitor.Page.GotoAsync(new Uri(site.Address, "/?yclid=1&utm_source=a").AbsoluteUri, new() { Referer = "http://search.example/found?q=clinic" });
        await visitor.Page.EvaluateAsync("window.samePage = true");

        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync("window.landed");

        Assert.Equal("?yclid=1&utm_source=a,http://search.example/found?q=clinic", await visitor.Page.EvaluateAsync<string>("window.landed"));
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.samePage"));
    }

    [Fact]
    public async Task Held_pixels_frames_and_hints_load_and_a_script_made_by_code_runs_with_its_listeners()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <img data-cg-purpose="analytics" data-cg-tracker="" data-cg-src="https://mc.yandex.ru/watch/1" alt="">
            <script>
              new Image().src = 'https://mc.yandex.ru/watch/2'
              const s = document.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js'; s.onload = () => { window.loadedLate = true }; document.head.append(s)
            </script>
            """;
        await visitor.OpenAsync(site.Address);
        Assert.Empty(visitor.ForeignRequests);

        await visitor.Banner.AcceptAllAsync();

        await visitor.ShouldRequestAsync(request => request.Path == "/watch/1", "The pixel");
        await visitor.ShouldRequestAsync(request => request.Path == "/watch/2", "The image made by code");
        await visitor.Page.WaitForFunctionAsync("window.loadedLate");
        Assert.Single(visitor.ForeignRequests, request => request.Path == "/metrika/tag.js");
    }

    [Fact]
    public async Task A_style_sheet_gets_its_held_addresses_back()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <style data-cg-purpose="analytics" data-cg-tracker="" data-cg-addresses="https://mc.yandex.ru/watch/1 https://mc.yandex.ru/watch/2">
            #a { background: url(data:,held) } #b { background: url("data:,held") }
            </style>
            <p id="a">a</p><p id="b">b</p><p style="color: red" data-cg-purpose="analytics" data-cg-tracker="" data-cg-style="background: url(https://mc.yandex.ru/watch/3)">c</p>
            """;
        await visitor.OpenAsync(site.Address);
        Assert.Empty(visitor.ForeignRequests);

        await visitor.Banner.AcceptAllAsync();

        await visitor.ShouldRequestAsync(request => request.Path == "/watch/1", "The first background");
        await visitor.ShouldRequestAsync(request => request.Path == "/watch/2", "The second background");
        await visitor.ShouldRequestAsync(request => request.Path == "/watch/3", "The one of the attribute");
    }

    [Fact]
    public async Task A_grant_of_one_purpose_releases_that_and_nothing_else()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <script type="text/plain" data-cg-purpose="analytics" data-cg-tracker="" data-cg-src="https://mc.yandex.ru/metrika/tag.js"></script>
            <script type="text/plain" data-cg-purpose="marketing" data-cg-tracker="" data-cg-src="https://connect.facebook.net/en_US/fbevents.js"></script>
            <script type="text/plain" data-cg-purpose="analytics marketing" data-cg-tracker="yandex-metrika meta-pixel">window.both = true</script>
            """;
        await visitor.OpenAsync(site.Address);

        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog input[value=analytics]").CheckAsync();
        await visitor.Page.Locator("#cg-dialog [data-cg-do=save]").ClickAsync();

        await visitor.ShouldRequestAsync(request => request.Path == "/metrika/tag.js", "The counter");
        await visitor.RestAsync();
        Assert.DoesNotContain(visitor.ForeignRequests, request => request.Host == "connect.facebook.net");
        Assert.False(await visitor.Page.EvaluateAsync<bool>("!!window.both"));
        Assert.Matches(
            """^\{"grant":\["analytics"\],"tracker":\[\],"via":"preferences","lang":"ru","notice":"[0-9a-f]+","page":"/"\}$""", Assert.Single(site.Decisions));
    }

    [Fact]
    public async Task What_is_released_reads_the_new_signals_first()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"""<script {Held}>window.read = JSON.stringify([...dataLayer.filter((item) => item[0] == 'consent').at(-1)])</script>""";
        await visitor.OpenAsync(site.Address);

        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync("window.read");

        Assert.Equal(
            """["consent","update",{"ad_storage":"granted","ad_user_data":"granted","ad_personalization":"granted","analytics_storage":"granted","functionality_storage":"granted","personalization_storage":"granted","security_storage":"granted"}]""",
            await visitor.Page.EvaluateAsync<string>("window.read"));
    }
}
