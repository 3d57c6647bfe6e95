using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;
using CookieGateway.Tests.Measuring;

namespace CookieGateway.Consent.Tests.Trackers.Inline;

public sealed class InlineScriptsTests
{
    private static readonly TrackerJudge Judge = new(
        TrackerCatalog.BuiltIn, new TrackerRules { OwnHosts = ["clinic.kz"], Unclassified = UnknownRule.Report });

    public static TheoryData<string, string> Snippets => VendorSnippets.All;

    [Theory, MemberData(nameof(Snippets))]
    public void A_vendors_snippet_is_only_its_tracker(string tracker, string script)
    {
        var verdict = Of(script);

        Assert.Equal(InlineKind.TrackerOnly, verdict.Kind);
        Assert.True(verdict.Loads);
        Assert.Equal(tracker, verdict.Trackers[0].Id);
    }

    [Theory]
    [InlineData("var s = document.createElement('script'); s.src = '//mc.' + 'yandex.ru/metrika/tag.js'; document.head.appendChild(s);")]
    [InlineData("var s = document.createElement('script'); s.src = ('https:' == location.protocol ? 'https://ssl' : 'http://www') + '.google-analytics.com/ga.js'; document.head.appendChild(s);")]
    [InlineData("""document.write(unescape("%3Cscript src='" + host + "google-analytics.com/ga.js' type='text/javascript'%3E%3C/script%3E"));""")]
    [InlineData("""document.write("<scr" + "ipt src=\"//mc.yandex.ru/metrika/tag.js\"></scr" + "ipt>");""")]
    [InlineData("""document.write('\x3cimg src="https:\/\/mc.yandex.ru\/watch\/1">');""")]
    [InlineData("new Image().src = '//counter.yadro.ru/hit?r' + escape(document.referrer);")]
    [InlineData("loadLater('mc.yandex.ru');")]
    [InlineData("loadLater(\"https://mc.yandex.ru/metrika/tag.js\", 3000)")]
    [InlineData("var url = 'https://mc.yandex.ru/metrika/tag.js'; $.getScript(url);")]
    [InlineData("import 'https://mc.yandex.ru/metrika/tag.js'")]
    [InlineData("setTimeout(() => { const s = document.createElement('script'); s.src = `https://mc.yandex.ru/metrika/tag.js?${id}`; document.body.append(s) }, 3000)")]
    [InlineData("navigator.sendBeacon('https://mc.yandex.ru/watch/1', data)")]
    [InlineData("fetch('https://mc.yandex.ru/watch/1')")]
    [InlineData("(function () { var u = '//numbers.example/'; _paq.push(['setTrackerUrl', u + 'matomo.php']); var g = document.createElement('script'); g.src = u + 'matomo.js'; document.head.append(g); })();")]
    [InlineData("""var base = 'http://numbers.example/'; document.write(unescape("%3Cscript src='" + base + "piwik.js' type='text/javascript'%3E%3C/script%3E"));""")]
    [InlineData("<!--\nnew Image().src = '//counter.yadro.ru/hit';//-->")]
    [InlineData("var h = 'mc.yandex.ru', s = document.createElement('script'); s.src = 'https://' + h + '/metrika/tag.js'; document.head.append(s);")]
    [InlineData("var s = document.createElement('script'); s.src = `https://${'mc'}.yandex.ru/metrika/tag.js`; document.head.append(s);")]
    [InlineData("document.write(unescape('%3Cscript%20src%3D%22//mc.yandex.ru/metrika/tag.js%22%3E%3C/script%3E'));")]
    [InlineData("document.write(unescape('%3C%73%63%72%69%70%74%20%73%72%63%3D%22%2F%2F%6D%63%2E%79%61%6E%64%65%78%2E%72%75%2F%6D%65%74%72%69%6B%61%2F%74%61%67%2E%6A%73%22%3E%3C%2F%73%63%72%69%70%74%3E'));")]
    [InlineData("document.write('\\u003cimg src=\"//counter.yadro.ru/hit\"\\u003e');")]
    [InlineData("/* counter */ new Image() /* // */ . src = /* '/a.gif' */ '//counter.yadro.ru/hit' // + '/b.gif'")]
    [InlineData("var re = /['\"]/g; new Image().src = '//counter.yadro.ru/hit?' + location.href.replace(re, '');")]
    [InlineData("(function(u){var s=document.createElement('script');s.src=u;document.head.append(s)})('//mc.yandex.ru/metrika/tag.js')")]
    [InlineData("$.ajax({ url: 'https://mc.yandex.ru/metrika/tag.js', dataType: 'script', cache: true })")]
    [InlineData("$('body').append('<img src=\"//counter.yadro.ru/hit\" width=1>')")]
    [InlineData("new Worker('https://mc.yandex.ru/metrika/tag.js')")]
    [InlineData("var s = document.createElement('script'); s.src = ['https:', '', 'mc.yandex.ru', 'metrika/tag.js'].join('/'); document.head.append(s);")]
    public void A_loader_is_found_however_it_writes_the_address(string script)
    {
        var verdict = Of(script);

        Assert.Equal(InlineKind.TrackerOnly, verdict.Kind);
        Assert.True(verdict.Loads);
    }

    [Theory]
    [InlineData("ym(1234567, 'reachGoal', 'order');")]
    [InlineData("gtag('config', 'G-1');")]
    [InlineData("window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'G-1');")]
    [InlineData("fbq('track', 'Lead', { value: 1 });")]
    public void Calls_of_a_tracker_and_nothing_else_are_held(string script)
    {
        var verdict = Of(script);

        Assert.Equal(InlineKind.TrackerOnly, verdict.Kind);
        Assert.False(verdict.Loads);
    }

    [Theory]
    [InlineData("document.querySelector('form').addEventListener('submit', function (e) { e.preventDefault(); send(this); ym(1, 'reachGoal', 'form'); });")]
    [InlineData("ym(1, 'reachGoal', 'order'); showThanks();")]
    [InlineData("window._tmr = window._tmr || []; _tmr.push({ id: '1', type: 'pageView', start: (new Date()).getTime() });")]
    [InlineData("$('.phone').on('click', function () { gtag('event', 'call'); });")]
    [InlineData("window.settings = { counter: 'https://mc.yandex.ru/metrika/tag.js' };")]
    [InlineData("var link = '<a href=\"https://mc.yandex.ru/\">counter</a>'; document.write(link);")]
    [InlineData("if (document.referrer.indexOf('https://mc.yandex.ru/') === 0) { welcome(); }")]
    [InlineData("window.open('https://connect.facebook.net/en_US/fbevents.js')")]
    [InlineData("function ct(a) { return a + 1 } start(ct(1));")]
    [InlineData("if (host == 'mc.yandex.ru') { load('/a.js'); }")]
    [InlineData("window.__STATE__ = JSON.parse('{\"counter\":{\"src\":\"https://mc.yandex.ru/metrika/tag.js\",\"id\":1}}');")]
    [InlineData("var page = { title: 'Clinic', seo: { sameAs: ['https://www.facebook.com/clinic'], metrika: 'https://mc.yandex.ru/metrika/tag.js' } };")]
    [InlineData("var text = `see https://mc.yandex.ru/metrika/tag.js`; show(text);")]
    [InlineData("document.querySelector('a').href = 'https://mc.yandex.ru/';")]
    [InlineData("location.href = 'https://www.facebook.com/clinic'")]
    [InlineData("console.log('https://mc.yandex.ru/metrika/tag.js')")]
    [InlineData("var ours = ['clinic.kz', 'mc.yandex.ru']; $('a').each(function () { if (ours.join('|').indexOf(this.host) < 0) { this.append('*'); } });")]
    public void What_only_mentions_or_answers_a_visitor_stays(string script) =>
        Assert.NotEqual(InlineKind.TrackerOnly, Of(script).Kind);

    [Theory]
    [InlineData("// https://mc.yandex.ru/metrika/tag.js\nstart();")]
    [InlineData("/* s.src = 'https://mc.yandex.ru/metrika/tag.js' */ var s = document.createElement('script'); s.src = '/a.js';")]
    [InlineData("var re = /https:\\/\\/mc.yandex.ru\\/'/; load('/a.js');")]
    [InlineData("var s = document.createElement('script'); s.src = 'https://code.jquery.com/jquery.js'; document.head.append(s);")]
    [InlineData("var s = document.createElement('script'); s.src = base + 'app.js'; document.head.append(s); var file = base + '/counter.js';")]
    [InlineData("{\"url\": \"https://clinic.kz/\"}")]
    [InlineData("var a = 1 / 2, b = 'x'; // 'https://mc.yandex.ru/metrika/tag.js'\n/* new Image().src = '//counter.yadro.ru/hit' */ go(a / b);")]
    [InlineData("var s = 'a' /* ' + */ + `b ${/`/.test('c')} // mc.yandex.ru`; go(s);")]
    [InlineData("")]
    public void Code_that_has_nothing_to_do_with_trackers_is_clean(string script) =>
        Assert.Equal(InlineKind.Clean, Of(script).Kind);

    [Fact]
    public void A_tracker_in_the_sites_own_program_is_left_to_the_guard()
    {
        var program = string.Concat(Enumerable.Range(0, 20).Select(n => $"function part{n}() {{ return document.title + {n}; }}\n"));

        Assert.Equal(InlineKind.Mixed, Of(program + VendorSnippets.Metrika).Kind);
        Assert.Equal(InlineKind.Mixed, Of(VendorSnippets.Metrika + program).Kind);
    }

    /// <summary>Held as a whole, the page would lose its menu and its style.</summary>
    [Theory]
    [InlineData("""
        (function ($) {
            $('.menu').on('click', function () { $('.panel').toggleClass('open'); document.getElementById('state').innerText = 'open'; });
            $.getScript('https://www.googletagmanager.com/gtag/js?id=G-1', function () { window.dataLayer = window.dataLayer || []; });
        })(jQuery);
        """)]
    [InlineData("""
        var parts = {
            head: function () { document.write('<link rel="stylesheet" href="/css/style.css">'); },
            foot: function () { document.write('<div class="foot">'); document.write('<p>Алматы</p>'); document.write('</div>'); },
            count: function () { document.write('<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"><\/script>'); }
        };
        """)]
    public void A_program_of_one_statement_that_loads_a_tracker_besides_is_left_to_the_guard(string script)
    {
        var verdict = Of(script);

        Assert.Equal(InlineKind.Mixed, verdict.Kind);
        Assert.True(verdict.Loads);
    }

    [Fact]
    public void A_line_of_other_code_does_not_save_a_tracker() =>
        Assert.Equal(InlineKind.TrackerOnly, Of("var started = Date.now();\n" + VendorSnippets.Metrika).Kind);

    [Fact]
    public void A_script_that_no_engine_accepts_is_held_whole_with_its_tracker()
    {
        var broken = string.Concat(Enumerable.Range(0, 20).Select(n => $"if (a{n} & amp; & amp; b) {{ c({n}); }}\n"));

        Assert.Equal(InlineKind.TrackerOnly, Of(broken + VendorSnippets.Metrika).Kind);
    }

    [Fact]
    public void A_host_that_a_vendors_object_keeps_is_found_in_the_loader_that_reads_it()
    {
        const string Script = """
            window.adthrive = window.adthrive || {};
            window.adthrive.host = 'ads.adthrive.com';
            window.adthrive.share = Math.floor(Math.random() * 100 + 1);
            (function () {
                var element = document.createElement('script'), first = document.getElementsByTagName('script')[0];
                element.async = true;
                element.type = 'text/javascript';
                element.src = location.protocol + '//' + window.adthrive.host + '/clinic/all.js?share=' + window.adthrive.share;
                first.parentNode.insertBefore(element, first);
            })();
            """;

        Assert.Equal(InlineKind.TrackerOnly, Of(Script).Kind);
    }

    [Fact]
    public void Two_trackers_in_one_script_are_both_named()
    {
        var verdict = Of(VendorSnippets.Metrika + VendorSnippets.MetaPixel);

        Assert.Equal(["yandex-metrika", "meta-pixel"], Enumerable.Range(0, verdict.Trackers.Count).Select(n => verdict.Trackers[n].Id));
    }

    [Fact]
    public void A_verdict_allocates_nothing()
    {
        var script = Encoding.UTF8.GetBytes(VendorSnippets.Metrika);
        InlineScripts.Judge(script, Judge);

        Assert.Equal(0, Allocation.Of(() => InlineScripts.Judge(script, Judge)));
    }

    [Theory, MemberData(nameof(Snippets))]
    public void A_script_cut_off_anywhere_is_judged_without_a_fault(string tracker, string script)
    {
        var bytes = Encoding.UTF8.GetBytes(script);

        for (var length = 0; length < bytes.Length; length++)
        {
            InlineScripts.Judge(bytes.AsSpan(..length), Judge);
        }

        Assert.NotEmpty(tracker);
    }

    private static InlineVerdict Of(string script) => InlineScripts.Judge(Encoding.UTF8.GetBytes(script), Judge);
}
