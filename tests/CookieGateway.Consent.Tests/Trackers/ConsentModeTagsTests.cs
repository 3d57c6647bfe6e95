using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;

namespace CookieGateway.Consent.Tests.Trackers;

/// <summary>Consent Mode in its advanced form opens the way for Google's tags, and for nothing that knows no signals.</summary>
public sealed class ConsentModeTagsTests
{
    private static readonly TrackerJudge Advanced = new(TrackerCatalog.BuiltIn, new TrackerRules
    {
        AdvancedConsentMode = true,
        Allow = ConsentModeTags.Addresses,
    });

    [Theory]
    [InlineData("www.googletagmanager.com", "/gtag/js?id=G-1", RequestKind.Script, false)]
    [InlineData("www.googletagmanager.com", "/gtm.js?id=GTM-1", RequestKind.Script, false)]
    [InlineData("region1.google-analytics.com", "/g/collect?v=2&tid=G-1", RequestKind.Ping, false)]
    [InlineData("pagead2.googlesyndication.com", "/ccm/collect?en=page_view", RequestKind.Other, false)]
    [InlineData("www.googletagmanager.com", "/ns.html?id=GTM-1", RequestKind.Frame, true)]
    [InlineData("www.google-analytics.com", "/analytics.js", RequestKind.Script, true)]
    [InlineData("www.google-analytics.com", "/collect?v=1", RequestKind.Image, true)]
    [InlineData("pagead2.googlesyndication.com", "/pagead/js/adsbygoogle.js", RequestKind.Script, true)]
    [InlineData("googleads.g.doubleclick.net", "/pagead/viewthroughconversion/1/", RequestKind.Image, true)]
    [InlineData("www.google.com", "/ccm/collect", RequestKind.Other, true)]
    [InlineData("mc.yandex.ru", "/metrika/tag.js", RequestKind.Script, true)]
    public void What_reads_the_signals_may_load_and_the_rest_is_held(string host, string target, RequestKind kind, bool held)
    {
        var verdict = Advanced.OfRequest(Encoding.UTF8.GetBytes(host), Encoding.UTF8.GetBytes(target), kind);

        Assert.Equal(held, Advanced.Holds(verdict, VisitorConsent.Undecided));
    }

    [Theory]
    [InlineData("_ga")]
    [InlineData("_ga_ABC")]
    [InlineData("_gcl_au")]
    public void Cookies_of_Googles_are_held_as_ever(string cookie) =>
        Assert.True(Advanced.Holds(Advanced.OfCookie(cookie), VisitorConsent.Undecided));

    [Theory]
    [InlineData("window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-1');", InlineKind.Clean)]
    [InlineData("dataLayer.push({event:'lead'})", InlineKind.Clean)]
    [InlineData("(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){(i[r].q=i[r].q||[]).push(arguments)};a=s.createElement(o),m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)})(window,document,'script','https://www.google-analytics.com/analytics.js','ga');ga('create','UA-1','auto');", InlineKind.TrackerOnly)]
    public void Inline_code_that_speaks_to_the_tag_runs_and_the_old_librarys_does_not(string code, InlineKind kind) =>
        Assert.Equal(kind, InlineScripts.Judge(Encoding.UTF8.GetBytes(code), Advanced).Kind);
}
