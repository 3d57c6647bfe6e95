using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Tests.Trackers.Inline;

namespace CookieGateway.BrowserTests.Complaints;

/// <summary>
/// "Inline snippets cannot be stopped without editing pages" (FIELD (b) 2): what vendors tell sites to paste, alone and pasted together
/// with the site's own code, and what such pages carry for browsers without scripts (3).
/// </summary>
[Collection(nameof(BrowserCollection))]
public sealed class InlineSnippetTests(BrowserFixture browser)
{
    // Of these FIELD knows that sites carry them; the others are in the list that the catalog's own tests read.
    private static readonly (string Tracker, string Script)[] s_more =
    [
        ("gtag", """
            window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'G-1');
            var g = document.createElement('script'); g.async = true; g.src = 'https://www.googletagmanager.com/gtag/js?id=G-1'; document.head.appendChild(g);
            """),
        ("tiktok", """
            !function (w, d, t) { w.TiktokAnalyticsObject = t; var q = w[t] = w[t] || []; q.methods = ["page", "track"];
            q.setAndDefer = function (o, m) { o[m] = function () { o.push([m].concat(Array.prototype.slice.call(arguments, 0))) } };
            for (var i = 0; i < q.methods.length; i++) q.setAndDefer(q, q.methods[i]);
            q.load = function (e) { var s = d.createElement("script"); s.async = !0; s.src = "https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=" + e;
            var f = d.getElementsByTagName("script")[0]; f.parentNode.insertBefore(s, f) }; q.load('C0000000000000'); q.page(); }(window, document, 'ttq');
            """),
        ("clarity", """
            (function(c,l,a,r,i,t,y){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};t=l.createElement(r);t.async=1;
            t.src="https://www.clarity.ms/tag/"+i;y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);})(window, document, "clarity", "script", "abc123");
            """),
        ("hotjar", """
            (function(h,o,t,j,a,r){h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};h._hjSettings={hjid:1,hjsv:6};
            a=o.getElementsByTagName('head')[0];r=o.createElement('script');r.async=1;r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;a.appendChild(r);
            })(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');
            """),
        ("jivo", """
            (function(){var s=document.createElement('script');s.async=true;s.src='//code.jivo.ru/widget/AbCdEfGhIj';document.head.appendChild(s);})();
            """),
    ];

    public static TheoryData<string, string> Snippets
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var row in VendorSnippets.All)
            {
                all.Add((string)row[0], (string)row[1]);
            }

            foreach (var (tracker, script) in s_more)
            {
                all.Add(tracker, script);
            }

            return all;
        }
    }

    [Fact]
    public async Task Complaint_2_inline_snippets_are_stopped_and_what_stands_around_them_runs()
    {
        await using var site = await WrittenSite.StartAsync();
        var snippets = Snippets.Select(row => (Tracker: (string)row[0], Script: (string)row[1])).ToList();
        foreach (var (number, (_, script)) in snippets.Index())
        {
            // Alone, and in the middle of a block of the site's own.
            site.With($"/{number}", $$"""
                <nav class="menu"><button>Меню</button><ul hidden><li><a href="/prices">Цены</a></li></ul></nav>
                <script>{{script}}</script>
                <script>
                window.before = document.querySelectorAll('h1').length;
                document.querySelectorAll('.menu').forEach(function (menu) {
                  menu.querySelector('button').addEventListener('click', function () {
                    var list = menu.querySelector('ul');
                    list.hidden = !list.hidden;
                    menu.classList.toggle('open', !list.hidden);
                  });
                });
                {{script}}
                window.addEventListener('scroll', function () { document.querySelector('.menu').classList.toggle('small', window.scrollY > 100); });
                document.querySelector('h1').dataset.menu = 'ready';
                </script>
                <script>window.after = true</script>
                """);
        }

        await using var visitor = await browser.NewVisitorAsync();
        foreach (var (number, (tracker, _)) in snippets.Index())
        {
            await visitor.OpenAsync(site.AddressOf($"/{number}"));

            Assert.True(visitor.ForeignRequests.Count == 0, $"{tracker}: {string.Join(", ", visitor.ForeignRequests)}");
            await visitor.Page.Locator(".menu button").ClickAsync();
            Assert.Equal(
                (tracker, "1 ready true open"),
                (tracker, await visitor.Page.EvaluateAsync<string>("`${window.before} ${document.querySelector('h1').dataset.menu} ${window.after} ${document.querySelector('.menu').classList[1]}`")));
        }

        visitor.ShouldHaveNoScriptErrors();
    }

    [Fact]
    public async Task Complaint_3_pixels_for_browsers_without_scripts_wait_for_consent_too()
    {
        const string OwnNote = "<noscript><p>Включите JavaScript, чтобы записаться онлайн.</p></noscript>";
        await using var site = await WrittenSite.StartAsync();
        site.With("/", $"""
            <noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-ABC123" height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>
            <noscript><div><img src="https://mc.yandex.ru/watch/1234567" style="position:absolute; left:-9999px;" alt="" /></div></noscript>
            <noscript><img height="1" width="1" style="display:none" src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"/></noscript>
            <noscript><a href="https://zero.kz/?s=1" target="_blank"><img src="https://c.zero.kz/z.png?u=1" width="88" height="31" alt="ZERO.kz" /></a></noscript>
            {OwnNote}
            """);
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = false });

        await visitor.OpenAsync(site.AddressOf());

        Assert.Empty(visitor.ForeignRequests);
        Assert.Equal("Включите JavaScript, чтобы записаться онлайн.", await visitor.Page.Locator("noscript p").TextContentAsync());
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Gateway.Addresses[0]) { Headers = { Host = site.AddressOf().Authority } };
        using var answer = await http.SendAsync(request);
        Assert.Contains(OwnNote, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
