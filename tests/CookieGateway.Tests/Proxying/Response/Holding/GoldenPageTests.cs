using AngleSharp.Html.Parser;
using CookieGateway.Consent.Purposes;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response.Holding;

public sealed class GoldenPageTests
{
    private static readonly Site Site = SomeSite.With(("Trackers:Unclassified", "report"));

    public static TheoryData<string> Names => GoldenPages.Names;

    [Theory, MemberData(nameof(Names))]
    public void What_tracks_is_held_and_the_rest_is_untouched(string name) =>
        GoldenPages.Expect(name, SomePage.RewriteBytes(SomePage.Of(Site), GoldenPages.Input(name)));

    [Theory, MemberData(nameof(Names))]
    public void A_page_cut_in_two_anywhere_comes_out_the_same(string name)
    {
        var page = GoldenPages.Input(name);
        var whole = SomePage.RewriteBytes(SomePage.Of(Site), page);

        for (var cut = 1; cut < page.Length; cut++)
        {
            Assert.True(
                whole.AsSpan().SequenceEqual(SomePage.RewriteBytes(SomePage.Of(Site), page, cut)),
                $"{name} differs when cut after byte {cut}.");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_page_of_a_visitor_who_has_granted_everything_is_untouched(string name)
    {
        var page = GoldenPages.Input(name);
        var granted = SomePage.Granting(Purpose.Preferences, Purpose.Analytics, Purpose.Marketing);

        Assert.Equal(page, SomePage.RewriteBytes(SomePage.Of(Site, granted), page));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_parser_of_its_own_finds_no_live_element_of_a_tracker(string name)
    {
        var output = SomePage.RewriteBytes(SomePage.Of(Site), GoldenPages.Input(name));
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(System.Text.Encoding.UTF8.GetString(output));

        var live = document.QuerySelectorAll("script[src],img[src],iframe[src],link[href],source[srcset],video[poster],embed[src],object[data]")
            .Where(element => element.GetAttribute("type") != "text/plain" && element.GetAttribute("rel") != "canonical")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href") ?? "")
            .Where(address => address.Contains("mc.yandex.ru", StringComparison.Ordinal) || address.Contains("googletagmanager", StringComparison.Ordinal));

        Assert.Empty(live);
    }
}
