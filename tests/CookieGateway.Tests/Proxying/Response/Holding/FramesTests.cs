using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response.Holding;

public sealed class FramesTests
{
    private const string Video = """<iframe width="560" height="315" class="video" src="https://www.youtube.com/embed/abc?rel=0" allowfullscreen></iframe>""";

    private static readonly Site Site = SomeSite.With();

    [Fact]
    public void A_held_embed_leaves_a_box_of_its_size_that_can_be_answered_without_a_script()
    {
        var page = Parse(SomePage.Rewrite(SomePage.Of(Site), $"<p>a{Video}<p>b"));

        var box = page.QuerySelector("[data-cg-placeholder=youtube]")!;
        Assert.Equal("width:560px;height:315px;", box.GetAttribute("style"));
        Assert.Equal("video", box.ClassName);
        var form = box.QuerySelector("form[method=post][action='/_consent/decision']")!;
        Assert.Equal("youtube", form.QuerySelector("input[name=tracker]")!.GetAttribute("value"));
        Assert.Equal("https://www.youtube.com/embed/abc?rel=0", form.QuerySelector("a")!.GetAttribute("href"));
        var frame = box.QuerySelector("iframe")!;
        Assert.False(frame.HasAttribute("src"));
        Assert.True(frame.HasAttribute("hidden"));
        Assert.Equal("https://www.youtube.com/embed/abc?rel=0", frame.GetAttribute("data-cg-src"));
        Assert.Equal("preferences", frame.GetAttribute("data-cg-purpose"));
        Assert.Equal("b", page.QuerySelector("body > p:last-of-type")!.TextContent);
    }

    [Fact]
    public void A_granted_embed_is_untouched() =>
        Assert.Equal(Video, SomePage.Rewrite(SomePage.Of(Site, SomePage.Granting(Purpose.Preferences)), Video));

    [Fact]
    public void A_frame_that_nobody_knows_is_held_with_a_box_that_names_its_host()
    {
        var page = SomePage.Of(Site);

        var box = Parse(SomePage.Rewrite(page, """<iframe src="//unknown.example/form" width="100%" height="400"></iframe>""")).QuerySelector("[data-cg-placeholder]")!;

        Assert.Equal("unknown.example", box.GetAttribute("data-cg-placeholder"));
        Assert.Equal("width:100%;height:400px;", box.GetAttribute("style"));
        Assert.Null(box.QuerySelector("input[name=tracker]"));
        var finding = Assert.Single(page.Findings.All);
        Assert.Equal(("unknown.example", RequestKind.Frame, VerdictKind.Unclassified, true), (finding.Host, finding.Kind, finding.Verdict.Kind, finding.Held));
    }

    [Theory]
    [InlineData("""<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1" height="0" width="0"></iframe>""")]
    [InlineData("""<iframe src="https://www.youtube.com/embed/abc" style="display: none"></iframe>""")]
    [InlineData("""<noscript><iframe src="https://www.youtube.com/embed/abc"></iframe></noscript>""")]
    public void A_frame_that_cannot_be_seen_leaves_no_box(string html)
    {
        var rewritten = SomePage.Rewrite(SomePage.Of(Site), html);

        Assert.DoesNotContain("placeholder", rewritten, StringComparison.Ordinal);
        Assert.Contains(" data-cg-src=", rewritten, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", rewritten, StringComparison.Ordinal);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
