using System.Text;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Lists;

namespace CookieGateway.Consent.Tests.Trackers.Lists;

public sealed class FilterListTests
{
    private static readonly TrackerCatalog NoCatalog = new([]);

    [Theory]
    [InlineData("||ads.example^", "https://ads.example/a", RequestKind.Image)]
    [InlineData("||ads.example^$third-party", "https://x.ads.example/", RequestKind.Hint)]
    [InlineData("||ads.example^$script,image", "https://ads.example/a.js", RequestKind.Script)]
    [InlineData("||ads.example^$~image", "https://ads.example/a.js", RequestKind.Script)]
    [InlineData("||ads.example^$xhr,3p", "https://ads.example/a", RequestKind.Connect)]
    [InlineData("||ads.example^$domain=clinic.kz", "https://ads.example/", RequestKind.Script)]
    [InlineData("||ads.example^$domain=other.kz|clinic.*", "https://ads.example/", RequestKind.Script)]
    [InlineData("||ads.example^$domain=~other.kz", "https://ads.example/", RequestKind.Script)]
    [InlineData("/counter.js$script", "https://any.example/x/counter.js", RequestKind.Script)]
    [InlineData("/counter.js$~third-party", "https://www.clinic.kz/counter.js", RequestKind.Script)]
    [InlineData("/^https:\\/\\/[a-z]{4}\\.example\\/[0-9]+\\.js$/$script", "https://abcd.example/123.js", RequestKind.Script)]
    [InlineData("-tracker/*/pixel^", "https://any.example/my-tracker/1/pixel?x", RequestKind.Image)]
    [InlineData("@@||ads.example/ok\n||ads.example^", "https://ads.example/no", RequestKind.Script)]
    [InlineData("@@||ads.example^\n||ads.example^$important", "https://ads.example/", RequestKind.Script)]
    [InlineData("||ads.example^$redirect=noopjs", "https://ads.example/", RequestKind.Script)]
    public void A_rule_holds(string rules, string url, RequestKind kind) =>
        Assert.Equal("list-test", JudgeBy(rules, url, kind).Tracker?.Id);

    [Theory]
    [InlineData("! ||ads.example^", "https://ads.example/", RequestKind.Script)]
    [InlineData("ads.example##.banner", "https://ads.example/", RequestKind.Script)]
    [InlineData("||ads.example^$image", "https://ads.example/a.js", RequestKind.Script)]
    [InlineData("||ads.example^$~script", "https://ads.example/a.js", RequestKind.Script)]
    [InlineData("||ads.example^$domain=other.kz", "https://ads.example/", RequestKind.Script)]
    [InlineData("||ads.example^$domain=~clinic.kz", "https://ads.example/", RequestKind.Script)]
    [InlineData("/counter.js$third-party", "https://www.clinic.kz/counter.js", RequestKind.Script)]
    [InlineData("@@||ads.example^\n||ads.example^", "https://ads.example/", RequestKind.Script)]
    [InlineData("||ads.example^\n||ads.example^$badfilter", "https://ads.example/", RequestKind.Script)]
    [InlineData("||ads.example^$removeparam=x", "https://ads.example/?x", RequestKind.Script)]
    [InlineData("||example^$denyallow=ok.example", "https://ok.example/", RequestKind.Script)]
    [InlineData("||ads.example^$popup", "https://ads.example/", RequestKind.Script)]
    [InlineData("$script", "https://ads.example/", RequestKind.Script)]
    [InlineData("/([a-z/", "https://ads.example/", RequestKind.Script)]
    public void A_rule_does_not_hold(string rules, string url, RequestKind kind) =>
        Assert.Null(JudgeBy(rules, url, kind).Tracker);

    [Theory]
    [InlineData("$cookie=_track", "_track", true)]
    [InlineData("$cookie=/^_t[0-9]+$/", "_t12", true)]
    [InlineData("||clinic.kz^$cookie=_track", "_track", true)]
    [InlineData("$cookie=_track,domain=clinic.kz", "_track", true)]
    [InlineData("||other.kz^$cookie=_track", "_track", false)]
    [InlineData("$cookie=_track,domain=other.kz", "_track", false)]
    [InlineData("$cookie=_track\n@@$cookie=_track", "_track", false)]
    [InlineData("$cookie=_track;maxAge=3600", "_track", false)]
    [InlineData("$cookie=_track", "_tracker", false)]
    public void A_cookie_rule_is_about_the_sites_own_cookies(string rules, string name, bool held) =>
        Assert.Equal(held, Judge(rules, NoCatalog).OfCookie(name).Kind == VerdictKind.Tracker);

    [Fact]
    public void The_catalog_is_asked_before_the_lists()
    {
        const string Rules = "||mc.yandex.ru^\n||code.jquery.com^";
        var judge = Judge(Rules, TrackerCatalog.BuiltIn);

        Assert.Equal("yandex-metrika", Of(judge, "https://mc.yandex.ru/a", RequestKind.Script).Tracker?.Id);
        Assert.Equal(VerdictKind.Necessary, Of(judge, "https://code.jquery.com/a", RequestKind.Script).Kind);
    }

    [Fact]
    public void A_lists_tracker_has_the_lists_purpose()
    {
        var list = FilterList.Parse("counters", "||ads.example^", Purpose.Analytics);

        Assert.Equal(("list-counters", Purpose.Analytics, 1), (list.Tracker.Id, list.Tracker.Purpose, list.RuleCount));
    }

    private static Verdict JudgeBy(string rules, string url, RequestKind kind) => Of(Judge(rules, NoCatalog), url, kind);

    private static TrackerJudge Judge(string rules, TrackerCatalog catalog) =>
        new(catalog, new TrackerRules { OwnDomains = ["clinic.kz"], Lists = [FilterList.Parse("test", rules)] });

    private static Verdict Of(TrackerJudge judge, string text, RequestKind kind)
    {
        var url = new Uri(text);
        return judge.OfRequest(Encoding.ASCII.GetBytes(url.Host), Encoding.ASCII.GetBytes(url.PathAndQuery), kind);
    }
}
