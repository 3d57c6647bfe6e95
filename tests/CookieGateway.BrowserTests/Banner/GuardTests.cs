using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>What the page's own code creates while it runs. Nothing of it may reach a tracker, and nothing else may be touched.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class GuardTests(BrowserFixture browser)
{
    public static TheoryData<string, string> Doors => new()
    {
        { "a script set by property", "const s = document.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js'; document.head.append(s)" },
        { "a script set by attribute", "const s = document.createElement('script'); s.setAttribute('SRC', '//mc.yandex.ru/metrika/tag.js'); document.body.appendChild(s)" },
        { "a script set after it was inserted", "const s = document.createElement('script'); document.body.appendChild(s); s.src = 'https://mc.yandex.ru/metrika/tag.js'" },
        { "an inserted script before another", "const s = document.createElement('script'); s.async = 1; s.src = 'https://connect.facebook.net/en_US/fbevents.js'; const f = document.getElementsByTagName('script')[0]; f.parentNode.insertBefore(s, f)" },
        { "an image that is never inserted", "new Image().src = 'https://mc.yandex.ru/watch/1'" },
        { "an image with srcset", "const i = document.createElement('img'); i.srcset = 'https://mc.yandex.ru/watch/1 1x'; document.body.append(i)" },
        { "a frame", "const f = document.createElement('iframe'); f.src = 'https://www.googletagmanager.com/ns.html?id=GTM-1'; document.body.append(f)" },
        { "a style sheet", "const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'https://mc.yandex.ru/watch/1'; document.head.append(l)" },
        { "an icon", "const l = document.createElement('link'); l.rel = 'icon'; l.href = 'https://mc.yandex.ru/watch/1'; document.head.append(l)" },
        { "a poster", "const v = document.createElement('video'); v.poster = 'https://mc.yandex.ru/watch/1'; document.body.append(v)" },
        { "a video's source", "const v = document.createElement('video'); const s = document.createElement('source'); s.src = 'https://mc.yandex.ru/watch/1'; v.append(s); document.body.append(v)" },
        { "markup in a shadow", "const h = document.createElement('div'); document.body.append(h); h.attachShadow({ mode: 'open' }).innerHTML = '<img src=https://mc.yandex.ru/watch/1 alt>'" },
        { "markup in an element's place", "const p = document.createElement('p'); document.body.append(p); p.outerHTML = '<iframe src=https://mc.yandex.ru/watch/1></iframe>'" },
        { "an element in another's place", "const p = document.createElement('p'); document.body.append(p); const f = document.createElement('iframe'); f.src = 'https://mc.yandex.ru/watch/1'; p.replaceWith(f)" },
        { "a copy of a held element", "const i = document.createElement('iframe'); i.src = 'https://mc.yandex.ru/watch/1'; document.body.append(i.cloneNode(true))" },
        { "a hint", "const l = document.createElement('link'); l.rel = 'preload'; l.as = 'script'; l.href = 'https://mc.yandex.ru/metrika/tag.js'; document.head.append(l)" },
        { "inner markup", "document.body.insertAdjacentElement('beforeend', document.createElement('div')).innerHTML = '<p><img src=\"https://mc.yandex.ru/watch/1\" alt>'" },
        { "adjacent markup", "document.body.insertAdjacentHTML('beforeend', \"<img alt src='https://mc.yandex.ru/watch/1'>\")" },
        { "a fragment from text", "document.body.append(document.createRange().createContextualFragment('<script src=https://mc.yandex.ru/metrika/tag.js><\\/script>'))" },
        { "a template", "const t = document.createElement('template'); t.innerHTML = '<img src=https://mc.yandex.ru/watch/1 alt>'; document.body.append(t.content.cloneNode(true))" },
        { "a parsed document", "const d = new DOMParser().parseFromString('<img src=https://mc.yandex.ru/watch/1 alt>', 'text/html'); document.body.append(document.adoptNode(d.images[0]))" },
        { "fetch", "fetch('https://mc.yandex.ru/watch/1', { mode: 'no-cors' })" },
        { "a fetched request", "fetch(new Request('https://mc.yandex.ru/watch/1', { mode: 'no-cors' }))" },
        { "an XMLHttpRequest", "const x = new XMLHttpRequest(); x.open('POST', 'https://mc.yandex.ru/watch/1'); x.send('a=1')" },
        { "a beacon", "navigator.sendBeacon('https://mc.yandex.ru/watch/1', 'a')" },
        { "a WebSocket", "new WebSocket('wss://mc.yandex.ru/ws')" },
        { "an EventSource", "new EventSource('https://mc.yandex.ru/events')" },
        { "an image of a tracker that only the long list knows", "new Image().src = 'https://pixel.quantserve.com/pixel/p-1.gif'" },
        { "an object", "const o = document.createElement('object'); o.data = 'https://mc.yandex.ru/watch/1'; document.body.append(o)" },
        { "an embed in markup", "document.body.insertAdjacentHTML('beforeend', '<embed src=https://mc.yandex.ru/watch/1>')" },
        { "an image that is a button", "const i = document.createElement('input'); i.type = 'image'; i.src = 'https://mc.yandex.ru/watch/1'; document.body.append(i)" },
        { "the second address of a srcset", "const i = document.createElement('img'); i.srcset = '/a.gif 1x, https://mc.yandex.ru/watch/1 2x'; i.setAttribute('srcset', 'https://mc.yandex.ru/watch/1 1x, /a.gif 2x'); document.body.append(i)" },
        { "a link's ping", "const a = document.createElement('a'); a.href = '#x'; a.ping = 'https://mc.yandex.ru/watch/1'; document.body.append(a); a.click()" },
        { "a link's ping among others", "document.body.insertAdjacentHTML('beforeend', '<a id=p href=#x ping=\"/own https://mc.yandex.ru/watch/1\">x</a>'); document.getElementById('p').click()" },
        { "a worker", "try { new Worker('https://mc.yandex.ru/metrika/tag.js').postMessage(1) } catch {}" },
        { "a shared worker", "try { new SharedWorker('https://mc.yandex.ru/metrika/tag.js').port.start() } catch {}" },
        { "a frame without an address", "const f = document.createElement('iframe'); document.body.append(f); const d = f.contentWindow.document; const s = d.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js'; d.body.append(s); new f.contentWindow.Image().src = 'https://mc.yandex.ru/watch/1'; f.contentWindow.fetch('https://mc.yandex.ru/watch/2')" },
        { "a frame that is written", "const f = document.createElement('iframe'); document.body.append(f); const d = f.contentDocument; d.open(); d.write('<script>new Image().src = \"https://mc.yandex.ru/watch/1\"<\\/script><img src=https://mc.yandex.ru/watch/2>'); d.close()" },
        { "a frame's own document", "const f = document.createElement('iframe'); f.srcdoc = '<!doctype html><img src=https://mc.yandex.ru/watch/2>'; document.body.append(f)" },
        { "a script in a frame's own document", "const f = document.createElement('iframe'); f.srcdoc = '<!doctype html><script>new Image().src = \"https://mc.yandex.ru/watch/1\"<\\/script>'; document.body.append(f)" },
        { "a script in the document of a frame that is there", "const f = document.createElement('iframe'); document.body.append(f); f.setAttribute('srcdoc', '<script>fetch(\"https://mc.yandex.ru/watch/1\", { mode: \"no-cors\" })<\\/script>')" },
        { "a script in a frame's document in markup", "document.body.insertAdjacentHTML('beforeend', `<iframe srcdoc=\"<script>new Image().src = 'https://mc.yandex.ru/watch/1'</scr` + `ipt><img src=https://mc.yandex.ru/watch/2>\"></iframe>`)" },
        { "a script in a document in a document", "const f = document.createElement('iframe'); f.srcdoc = `<script>const g = document.createElement('iframe'); g.srcdoc = '<script>new Image().src = \"https://mc.yandex.ru/watch/1\"<\\\\/script>'; document.documentElement.append(g)<\\/script>`; document.body.append(f)" },
        { "a worker made of text", "const u = URL.createObjectURL(new Blob(['importScripts(\"https://mc.yandex.ru/metrika/tag.js\")'])); new Worker(u); URL.revokeObjectURL(u)" },
        { "a worker with its code in its address", "new Worker('data:text/javascript,fetch(\"https://mc.yandex.ru/watch/1\",{mode:\"no-cors\"})')" },
        { "audio by its constructor", "new Audio('https://mc.yandex.ru/watch/1').play().catch(() => {})" },
        { "an attribute that is set with a namespace", "const i = document.createElement('img'); i.setAttributeNS(null, 'src', 'https://mc.yandex.ru/watch/1'); document.body.append(i)" },
        { "a picture in a drawing", "const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), i = document.createElementNS(s.namespaceURI, 'image'); i.setAttribute('href', 'https://mc.yandex.ru/watch/1'); s.append(i); document.body.append(s)" },
        { "an unknown image that names its visitor", "new Image().src = 'https://nobody-knows.example/i.gif?uid=1'" },
        { "an unknown script", "const s = document.createElement('script'); s.src = 'https://nobody-knows.example/w.js'; document.head.append(s)" },
        { "an unknown frame", "document.body.insertAdjacentHTML('beforeend', '<iframe src=https://nobody-knows.example/></iframe>')" },
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task A_tracker_is_not_reached_by(string door, string code)
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"<script>{code}</script>";

        await visitor.OpenAsync(site.Address);

        Assert.True(visitor.ForeignRequests.Count == 0, $"{door}: {string.Join(", ", visitor.ForeignRequests)}");
        Assert.Empty(visitor.ScriptErrors);
    }

    [Theory]
    [InlineData("document.write('<script src=\"https://mc.yandex.ru/metrika/tag.js\"><\\/script>')")]
    [InlineData("document.write(\"<a href='//www.liveinternet.ru/click'><img src='//counter.yadro.ru/hit?r' width=88></a>\")")]
    public async Task What_a_script_writes_into_the_page_is_held_and_the_page_goes_on(string code)
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = $"<script>{code}</script><p id=after>После</p>";

        await visitor.OpenAsync(site.Address);

        Assert.Empty(visitor.ForeignRequests);
        Assert.True(await visitor.Page.Locator("#after").IsVisibleAsync());
    }

    [Fact]
    public async Task The_sites_own_requests_and_harmless_images_are_not_touched()
    {
        await using var site = await SmallSite.StartAsync();
        site.With("/own.js", "text/javascript", "window.ownRan = true").With("/own.json", "application/json", "{\"a\":1}");
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <div id="box"></div>
            <script>
              const s = document.createElement('script'); s.src = '/own.js'; document.head.append(s)
              document.getElementById('box').innerHTML = '<img id="pic" src="https://images.example/a.gif" alt=""><b title="x > y">text</b>'
              fetch('/own.json').then((r) => r.json()).then((j) => { window.answer = j.a })
            </script>
            """;

        await visitor.OpenAsync(site.Address);

        await visitor.Page.WaitForFunctionAsync("window.ownRan && window.answer == 1");
        Assert.Equal("text", await visitor.Page.Locator("#box b").InnerTextAsync());
        Assert.Equal("images.example", Assert.Single(visitor.ForeignRequests).Host);
    }

    [Fact]
    public async Task Whoever_waits_for_a_held_request_gets_an_answer()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        var answers = await visitor.Page.EvaluateAsync<string>("""
            async () => {
              const a = await (await fetch('https://mc.yandex.ru/watch/1')).text()
              const b = await new Promise((done) => {
                const x = new XMLHttpRequest(); x.open('POST', 'https://mc.yandex.ru/watch/1'); x.onload = () => done(x.status + x.responseText.trim()); x.send('a')
              })
              return `${a} ${b} ${navigator.sendBeacon('https://mc.yandex.ru/watch/1')}`
            }
            """);

        Assert.Equal("{} 200{} true", answers);
        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task Cookies_and_storage_of_trackers_are_not_written_and_others_are()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        var written = await visitor.Page.EvaluateAsync<string>("""
            async () => {
              document.cookie = '_ym_uid=1; path=/'
              await cookieStore.set('_ym_d', '1')
              await cookieStore.set({ name: '_gid', value: '1' })
              document.cookie = '_ga=1; path=/'
              document.cookie = 'lang=kk; path=/'
              localStorage.setItem('_ym_uid', '1')
              localStorage.setItem('cart', '2')
              return document.cookie + ' ' + Object.keys(localStorage)
            }
            """);

        Assert.Equal("lang=kk cart", written);
    }

    [Fact]
    public async Task A_worker_made_of_the_sites_own_text_works()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        Assert.Equal(42, await visitor.Page.EvaluateAsync<int>("""
            () => new Promise((done) => {
              const url = URL.createObjectURL(new Blob(['/* https://nobody-knows.example/licence */ onmessage = ({ data }) => postMessage(data * 2)'], { type: 'text/javascript' }))
              const worker = new Worker(url)
              URL.revokeObjectURL(url)
              worker.onmessage = ({ data }) => done(data)
              worker.postMessage(21)
            })
            """));
    }

    /// <summary>A document in a frame's attribute keeps its mode, its own code runs, and what is held in it runs after a grant.</summary>
    [Fact]
    public async Task A_frames_own_document_works_and_is_loaded_anew_after_a_grant()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <script>
              const f = document.createElement('iframe'); f.id = 'inner'
              f.srcdoc = '<!doctype html><body><p>Карта<script>parent.own = document.compatMode; const s = document.createElement("script"); s.src = "https://mc.yandex.ru/metrika/tag.js"; document.body.append(s)<\/script>'
              document.body.append(f)
            </script>
            """;
        await visitor.OpenAsync(site.Address);
        Assert.Equal("CSS1Compat", await visitor.Page.EvaluateAsync<string>("window.own"));
        Assert.Empty(visitor.ForeignRequests);

        await visitor.Banner.AcceptAllAsync();

        await visitor.ShouldRequestAsync(request => request.Path == "/metrika/tag.js", "The script in the frame's document");
        Assert.Equal("Карта", (await visitor.Page.FrameLocator("#inner").Locator("p").InnerTextAsync()).Trim());
        Assert.Empty(visitor.ScriptErrors);
    }

    /// <summary>Vendors' loaders work in a frame of their own making, so that a slow script does not hold up the page.</summary>
    [Fact]
    public async Task A_script_held_in_a_frame_that_code_made_runs_after_a_grant()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <script>
              const f = document.createElement('iframe'); f.src = 'javascript:false'; document.body.append(f)
              const d = f.contentWindow.document
              d.open()._load = function () { const s = this.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js'; this.body.appendChild(s) }
              d.write('<body onload="document._load()">'); d.close()
            </script>
            """;
        await visitor.OpenAsync(site.Address);
        Assert.Empty(visitor.ForeignRequests);

        await visitor.Banner.AcceptAllAsync();

        await visitor.ShouldRequestAsync(request => request.Path == "/metrika/tag.js", "The script in the frame");
    }

    /// <summary>FIELD (b) 22: "scripts inserted after page load can bypass" the banner of a single-page application.</summary>
    [Fact]
    public async Task Complaint_22_fifty_changes_of_route_in_a_single_page_application_let_nothing_through()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        await visitor.Banner.RefuseAllAsync();

        await visitor.Page.EvaluateAsync("""
            async () => {
              for (let i = 0; i < 50; i++) {
                history.pushState({}, '', '/route/' + i)
                const s = document.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js?' + i; document.head.append(s)
                document.querySelector('main').innerHTML = `<h1>${i}</h1><iframe src="https://www.youtube.com/embed/${i}"></iframe><img src="https://mc.yandex.ru/watch/${i}" alt="">`
                await new Promise((next) => setTimeout(next, 16))
              }
              await fetch('/what-was-asked-before-this-has-been-sent')
            }
            """);

        Assert.Empty(visitor.ForeignRequests);
        Assert.Empty(visitor.ScriptErrors);
    }
}
