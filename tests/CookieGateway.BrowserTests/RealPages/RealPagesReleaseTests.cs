using System.Collections.Concurrent;
using System.Text.Json;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.RealPages;

/// <summary>
/// Real pages after "accept all", without a reload: every held script runs once and in the order in which a browser would have run it, and
/// every held picture and frame that the page still has is fetched. Each script says its own number when it runs, inline ones and those of other hosts alike.
/// </summary>
[Collection(nameof(RealPagesCollection))]
public sealed class RealPagesReleaseTests(BrowserFixture browser) : IAsyncLifetime
{
    private RealPagesSite _site = null!;

    public async Task InitializeAsync() => _site = await RealPagesSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory, MemberData(nameof(RealPages.All), MemberType = typeof(RealPages))]
    public async Task After_a_grant_all_that_was_held_runs_once_and_in_order(string page)
    {
        if (page.Length == 0)
        {
            return;
        }

        await using var visitor = await browser.NewVisitorAsync();
        await RealPagesSite.OpenAsync(visitor, _site.Through(page));
        await visitor.Page.WaitForFunctionAsync("() => window.cookieConsent && document.readyState != 'loading'");
        var fetched = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await AnswerScriptsAsync(visitor, fetched);
        var held = JsonSerializer.Deserialize<HeldThings>(await visitor.Page.EvaluateAsync<string>(Number), JsonSerializerOptions.Web)!;

        await visitor.Page.EvaluateAsync("cookieConsent.acceptAll()");
        await visitor.RestAsync();

        var ran = await visitor.Page.EvaluateAsync<int[]>("ran");
        Assert.True(
            held.InOrder.SequenceEqual(ran.Where(held.InOrder.Contains)) && held.Anytime.Order().SequenceEqual(ran.Where(held.Anytime.Contains).Order()),
            $"Expected {string.Join(' ', held.InOrder)}, and at any time {string.Join(' ', held.Anytime)}; ran {string.Join(' ', ran)}\n{string.Join('\n', held.Tags)}");
        var shown = await visitor.Page.EvaluateAsync<string[]>("shown.filter(({ el }) => el.isConnected).map(({ address }) => address.slice(address.indexOf('//') + 2))");
        await Eventually.IsTrueAsync(
            () => shown.All(fetched.ContainsKey),
            () => "Not fetched: " + string.Join(' ', shown.Where(address => !fetched.ContainsKey(address))));
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.querySelectorAll('[data-cg-purpose]').length"));
    }

    // Every script that is held gets a number, which it tells when it runs. Left out is what no browser runs: what its type makes data, and
    // what is no program. What another host answers is not what its hash in the page says.
    private const string Number = """
        () => {
          window.ran = []
          const kept = (el, name) => el.getAttribute('data-cg-' + name)
          const isProgram = (el) => {
            if (kept(el, 'src') != null || kept(el, 'type') == 'module') return !/^data:/.test(kept(el, 'src'))
            try { return !!new Function(el.text) } catch { return false }
          }
          const scripts = [...document.querySelectorAll('script[data-cg-purpose]')]
            .filter((el) => /^(|module|(text|application)\/(x-)?javascript[\d.]*)$/i.test(kept(el, 'type') || '') && isProgram(el))
          const isLate = (el) => kept(el, 'type') == 'module' || (el.hasAttribute('defer') && kept(el, 'src') != null)
          const isAnytime = (el) => el.hasAttribute('async') && (kept(el, 'src') != null || kept(el, 'type') == 'module')
          scripts.forEach((el, number) => {
            el.dataset.number = number
            el.removeAttribute('integrity')
            if (kept(el, 'src') == null) el.text = `ran.push(${number});\n${el.text}`
          })
          const numbers = (is) => scripts.filter(is).map((el) => +el.dataset.number)
          window.shown = [...document.querySelectorAll('img[data-cg-src]:not([loading=lazy]),iframe[data-cg-src]:not([loading=lazy])')]
            .map((el) => ({ el, address: new URL(kept(el, 'src'), document.baseURI).href.split('#')[0] }))
          return JSON.stringify({
            inOrder: [...numbers((el) => !isAnytime(el) && !isLate(el)), ...numbers((el) => !isAnytime(el) && isLate(el))],
            anytime: numbers(isAnytime),
            tags: scripts.map((el, number) => `${number} ${el.outerHTML.slice(0, 200)}`)
          })
        }
        """;

    // Scripts say which tag they stand for, wherever they come from; what is asked for is written down.
    private static Task<IAsyncDisposable> AnswerScriptsAsync(Visitor visitor, ConcurrentDictionary<string, bool> fetched) => visitor.Context.RouteAsync(
        address => !address.Contains("/_consent/", StringComparison.Ordinal),
        async route =>
        {
            fetched.TryAdd(WithoutScheme(route.Request.Url), true);
            await (route.Request.ResourceType == "script"
                ? route.FulfillAsync(new() { ContentType = "text/javascript", Body = "window.ran?.push(+(document.currentScript?.dataset.number || -1))" })
                : route.ContinueAsync());
        });

    // A page's policy may have its browser ask for everything by https. https://www.w3.org/TR/upgrade-insecure-requests/
    private static string WithoutScheme(string address) => address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..];

    private sealed record HeldThings(int[] InOrder, int[] Anytime, string[] Tags);
}
