using CookieGateway.Consent.Purposes;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response.Holding;

public sealed class UnclassifiedTests
{
    private static readonly Site Holding = SomeSite.With();
    private static readonly Site Reporting = SomeSite.With(("Trackers:Unclassified", "report"));

    public static TheoryData<string> Active =>
    [
        """<script src="https://unknown.example/a.js"></script>""",
        """<img src="https://unknown.example/a.gif" width="1" height="1">""",
        """<img src="https://unknown.example/a.gif" style="display:none">""",
        """<noscript><img src="https://unknown.example/a.gif"></noscript>""",
        """<img src="https://unknown.example/a.gif?visitor=1&amp;uid=2">""",
        """<object data="https://unknown.example/a.swf"></object>""",
        """<a href="/b" ping="https://unknown.example/a">b</a>""",
        """<link rel="modulepreload" href="https://unknown.example/a.js">""",
    ];

    public static TheoryData<string> Passive =>
    [
        """<img src="https://unknown.example/photo.jpg" width="640" height="480" alt="">""",
        """<img data-src="https://unknown.example/photo.jpg" alt="">""",
        """<link rel="stylesheet" href="https://unknown.example/a.css">""",
        """<video src="https://unknown.example/a.mp4"></video>""",
        """<a href="https://unknown.example/">b</a>""",
        """<div style="background:url(https://unknown.example/a.png)"></div>""",
        """<form action="https://unknown.example/pay" method="post"></form>""",
    ];

    [Theory, MemberData(nameof(Active))]
    public void What_nobody_knows_and_acts_is_held(string html) =>
        Assert.Contains("data-cg-purpose=\"marketing\"", SomePage.Rewrite(SomePage.Of(Holding), html), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Passive))]
    public void What_nobody_knows_and_only_shows_something_passes(string html) =>
        Assert.Equal(html, SomePage.Rewrite(SomePage.Of(Holding), html));

    [Theory, MemberData(nameof(Active))]
    public void A_site_may_let_it_pass_and_only_list_it(string html)
    {
        var page = SomePage.Of(Reporting);

        Assert.Equal(html, SomePage.Rewrite(page, html));
        Assert.Contains(page.Findings.All, finding => finding is { Host: "unknown.example", Held: false });
    }

    [Theory, MemberData(nameof(Active))]
    public void Marketing_releases_it(string html) =>
        Assert.Equal(html, SomePage.Rewrite(SomePage.Of(Holding, SomePage.Granting(Purpose.Marketing)), html));
}
