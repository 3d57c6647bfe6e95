using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Tests.Support;
using CookieGateway.Consent.Trackers;
using CookieGateway.Tests.Measuring;

namespace CookieGateway.Consent.Tests.Trackers;

public sealed class TrackerJudgeTests
{
    private static readonly TrackerJudge Judge = new(TrackerCatalog.BuiltIn, new TrackerRules
    {
        OwnHosts = ["clinic.example", "*.branch.example"],
        OwnDomains = ["clinic.kz"],
    });

    [Theory]
    [InlineData("https://mc.yandex.ru/metrika/tag.js", RequestKind.Script, "yandex-metrika")]
    [InlineData("https://mc.yandex.kz/watch/1?a=b", RequestKind.Image, "yandex-metrika")]
    [InlineData("https://mc.webvisor.org/metrika/tag_ww.js", RequestKind.Script, "yandex-metrika")]
    [InlineData("https://cdn.jsdelivr.net/npm/yandex-metrica-watch/tag.js", RequestKind.Script, "yandex-metrika")]
    [InlineData("https://www.googletagmanager.com/gtm.js?id=GTM-ABC", RequestKind.Script, "google-tag-manager")]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=G-ABC", RequestKind.Script, "google-analytics")]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=AW-1", RequestKind.Script, "google-ads")]
    [InlineData("https://www.google.kz/ads/ga-audiences?v=1", RequestKind.Image, "google-analytics")]
    [InlineData("https://adservice.google.co.uk/adsid/integrator.js", RequestKind.Script, "google-ads")]
    [InlineData("https://connect.facebook.net/en_US/fbevents.js", RequestKind.Script, "meta-pixel")]
    [InlineData("https://www.facebook.com/tr?id=1", RequestKind.Image, "meta-pixel")]
    [InlineData("https://www.facebook.com/plugins/like.php", RequestKind.Frame, "facebook-social")]
    [InlineData("https://www.youtube.com/embed/x", RequestKind.Frame, "youtube")]
    [InlineData("https://yandex.ru/map-widget/v1/", RequestKind.Frame, "yandex-maps")]
    public void A_known_address_is_judged_by_its_tracker(string url, RequestKind kind, string id)
    {
        var verdict = JudgeUrl(url, kind);

        Assert.Equal((VerdictKind.Tracker, id), (verdict.Kind, verdict.Tracker?.Id));
    }

    [Theory]
    [InlineData("https://cdn.jsdelivr.net/npm/vue@3/dist/vue.js")]
    [InlineData("https://www.google.com/recaptcha/api.js")]
    [InlineData("https://widget.cloudpayments.kz/bundles/cloudpayments.js")]
    public void What_a_site_needs_is_necessary(string url) =>
        Assert.Equal(VerdictKind.Necessary, JudgeUrl(url, RequestKind.Script).Kind);

    [Theory]
    [InlineData("https://ads.newspaper.example/banner.js", "unnamed-ad-servers")]
    [InlineData("https://smetrics.shop.example/b/x", "unnamed-analytics-hosts")]
    [InlineData("https://counter.rating.example/hit", "unnamed-counters")]
    public void A_hosts_first_label_can_say_what_it_is_for(string url, string id) =>
        Assert.Equal(id, JudgeUrl(url, RequestKind.Image).Tracker?.Id);

    [Theory]
    [InlineData("/stats.js")]
    [InlineData("/counter.png")]
    [InlineData("/ads.css")]
    [InlineData("/go?to=https://ads.newspaper.example/")]
    public void A_label_counts_in_a_host_only(string target) =>
        Assert.Equal(VerdictKind.Own, Of("", target, RequestKind.Script).Kind);

    [Theory]
    [InlineData("https://use.typekit.net/abc1def.css", VerdictKind.Necessary)]
    [InlineData("https://p.typekit.net/p.css?s=1", VerdictKind.Tracker)]
    [InlineData("https://fast.fonts.net/cssapi/1.css", VerdictKind.Necessary)]
    [InlineData("https://fast.fonts.net/t/1.css", VerdictKind.Tracker)]
    public void Fonts_are_necessary_but_not_the_counting_of_them(string url, VerdictKind kind) =>
        Assert.Equal(kind, JudgeUrl(url, RequestKind.Stylesheet).Kind);

    [Theory]
    [InlineData("https://www.paypal.com/sdk/js?client-id=x", VerdictKind.Necessary)]
    [InlineData("https://www.paypalobjects.com/de_DE/i/scr/pixel.gif", VerdictKind.Tracker)]
    public void Payments_are_necessary_but_not_the_pixels_beside_them(string url, VerdictKind kind) =>
        Assert.Equal(kind, JudgeUrl(url, RequestKind.Script).Kind);

    [Theory]
    [InlineData("", "/js/app.js")]
    [InlineData("clinic.example", "/")]
    [InlineData("a.b.branch.example", "/")]
    [InlineData("static.clinic.kz", "/")]
    public void The_sites_own_hosts_are_own(string host, string target) =>
        Assert.Equal(VerdictKind.Own, Of(host, target, RequestKind.Script).Kind);

    [Theory]
    [InlineData("sub.clinic.example")]
    [InlineData("branch.example")]
    [InlineData("notclinic.kz")]
    public void What_only_looks_like_an_own_host_is_not(string host) =>
        Assert.Equal(VerdictKind.Unclassified, Of(host, "/", RequestKind.Script).Kind);

    [Theory]
    [InlineData("/metrics/g/collect?v=2&tid=G-ABC", "google-analytics")]
    [InlineData("/static/metrika/tag.js", "yandex-metrika")]
    [InlineData("/js/ga-tracker.js", "own-ga-copies")]
    [InlineData("/e.gif?page=1", "own-pixels")]
    [InlineData("/cgi-bin/count.cgi?df=1", "own-counters")]
    [InlineData("/stats/footer.js", "own-counters")]
    [InlineData("/assets/sentry-browser.min.js", "own-vendor-copies")]
    public void A_tracker_on_the_sites_own_host_is_still_a_tracker(string target, string id) =>
        Assert.Equal(id, Of("", target, RequestKind.Connect).Tracker?.Id);

    [Theory]
    [InlineData("_ym_uid", VerdictKind.Tracker)]
    [InlineData("_ga_1ABC", VerdictKind.Tracker)]
    [InlineData("PHPSESSID", VerdictKind.Necessary)]
    [InlineData("BITRIX_SM_SALE_UID", VerdictKind.Necessary)]
    [InlineData("BITRIX_SM_GUEST_ID", VerdictKind.Tracker)]
    [InlineData("whatever", VerdictKind.Unclassified)]
    public void A_cookie_is_judged_by_its_name(string name, VerdictKind kind) =>
        Assert.Equal(kind, Judge.OfCookie(name).Kind);

    [Theory]
    [InlineData("uid")]
    [InlineData("i")]
    public void A_cookie_of_a_trackers_own_domain_means_nothing_on_the_site(string name) =>
        Assert.Equal(VerdictKind.Unclassified, Judge.OfCookie(name).Kind);

    [Fact]
    public void Allow_wins_over_the_catalog_for_the_host_and_path_it_names()
    {
        var judge = new TrackerJudge(TrackerCatalog.BuiltIn, new TrackerRules { Allow = ["*.jivosite.com", "mc.yandex.ru/metrika/"] });

        Assert.Equal(VerdictKind.Necessary, Of(judge, "code.jivosite.com", "/widget", RequestKind.Script).Kind);
        Assert.Equal(VerdictKind.Necessary, Of(judge, "mc.yandex.ru", "/metrika/tag.js", RequestKind.Script).Kind);
        Assert.Equal(VerdictKind.Tracker, Of(judge, "mc.yandex.ru", "/watch/1", RequestKind.Image).Kind);
    }

    [Fact]
    public void An_override_changes_what_a_tracker_is_for()
    {
        var judge = new TrackerJudge(TrackerCatalog.BuiltIn, new TrackerRules
        {
            Overrides = new Dictionary<string, Purpose> { ["2gis-maps"] = Purpose.Necessary, ["jivo"] = Purpose.Marketing },
        });

        Assert.Equal(VerdictKind.Necessary, Of(judge, "widgets.2gis.com", "/js/DGWidgetLoader.js", RequestKind.Script).Kind);
        Assert.Equal(Purpose.Marketing, Of(judge, "code.jivo.ru", "/widget/a", RequestKind.Script).Purpose);
        Assert.Equal(Purpose.Marketing, judge.Find("jivo")?.Purpose);
    }

    [Fact]
    public void A_sites_own_cookie_list_wins_over_the_catalog()
    {
        var judge = new TrackerJudge(TrackerCatalog.BuiltIn, new TrackerRules
        {
            Cookies = new Dictionary<string, Purpose> { ["_ga"] = Purpose.Necessary, ["promo_*"] = Purpose.Marketing },
        });

        Assert.Equal(VerdictKind.Necessary, judge.OfCookie("_ga").Kind);
        Assert.Equal(Purpose.Marketing, judge.OfCookie("promo_1").Purpose);
    }

    [Fact]
    public void A_tracker_is_held_until_its_purpose_or_it_alone_is_granted()
    {
        var map = JudgeUrl("https://yandex.ru/map-widget/v1/", RequestKind.Frame);

        Assert.True(Judge.Holds(map, VisitorConsent.Undecided));
        Assert.True(Judge.Holds(map, Some.Consent(PurposeSet.Of(Purpose.Analytics))));
        Assert.False(Judge.Holds(map, Some.Consent(PurposeSet.Of(Purpose.Preferences))));
        Assert.False(Judge.Holds(map, Some.Consent(PurposeSet.NecessaryOnly, "yandex-maps")));
    }

    [Fact]
    public void Unknown_cookies_are_held_only_where_the_site_says_so()
    {
        var strict = new TrackerJudge(TrackerCatalog.BuiltIn, new TrackerRules { UnknownCookies = UnknownRule.Hold });

        Assert.False(Judge.Holds(Judge.OfCookie("whatever"), VisitorConsent.Undecided));
        Assert.True(strict.Holds(strict.OfCookie("whatever"), VisitorConsent.Undecided));
        Assert.False(strict.Holds(strict.OfCookie("PHPSESSID"), VisitorConsent.Undecided));
    }

    [Theory]
    [InlineData("tmr_lvid", "top-mail-ru")]
    [InlineData("_ym_uid", "yandex-metrika")]
    public void A_storage_key_is_judged_by_its_name(string key, string id) =>
        Assert.Equal(id, Judge.OfStorageKey(key).Tracker?.Id);

    [Fact]
    public void A_verdict_allocates_nothing()
    {
        var host = Encoding.ASCII.GetBytes("www.google-analytics.com");
        var longTarget = Encoding.ASCII.GetBytes("/collect?" + new string('x', 5000));
        Judge.OfRequest(host, longTarget, RequestKind.Connect);
        Judge.OfCookie("_ga_1");

        Assert.Equal(0, Allocation.Of(() =>
        {
            Judge.OfRequest(host, longTarget, RequestKind.Connect);
            Judge.OfRequest("a.b.unknown.example"u8, "/x/y.js?z=1"u8, RequestKind.Script);
            Judge.OfRequest(default, "/img/logo.png"u8, RequestKind.Image);
            Judge.OfCookie("_ga_1");
            Judge.OfCookie("unknown");
        }));
    }

    [Fact]
    public void The_guards_rules_name_the_tracker_only_where_it_may_be_granted_alone()
    {
        var rules = Judge.GuardRules.ToLookup(rule => rule.Pattern);

        Assert.Equal("yandex-maps", rules["yandex.ru/map-widget/"].Single().Tracker);
        Assert.Equal((Purpose.Analytics, null), (rules["mc.yandex.*"].Single().Purpose, rules["mc.yandex.*"].Single().Tracker));
        Assert.Equal(Purpose.Necessary, rules["code.jquery.com"].Single().Purpose);
    }

    [Fact]
    public void Unknown_scripts_are_held_until_marketing_is_granted_and_unknown_images_never()
    {
        var script = JudgeUrl("https://unknown.example/a.js", RequestKind.Script);
        var image = JudgeUrl("https://unknown.example/a.png", RequestKind.Image);
        var marketing = Some.Consent(PurposeSet.Of(Purpose.Marketing));

        Assert.True(Judge.Holds(script, VisitorConsent.Undecided));
        Assert.False(Judge.Holds(script, marketing));
        Assert.False(Judge.Holds(image, VisitorConsent.Undecided));
    }

    private static Verdict JudgeUrl(string text, RequestKind kind)
    {
        var url = new Uri(text);
        return Of(url.Host, url.PathAndQuery, kind);
    }

    private static Verdict Of(string host, string target, RequestKind kind) => Of(Judge, host, target, kind);

    private static Verdict Of(TrackerJudge judge, string host, string target, RequestKind kind) =>
        judge.OfRequest(Encoding.ASCII.GetBytes(host), Encoding.ASCII.GetBytes(target), kind);
}
