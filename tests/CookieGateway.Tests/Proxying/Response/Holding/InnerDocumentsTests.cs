using System.Net;
using CookieGateway.Consent.Purposes;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response.Holding;

/// <summary>Documents that stand in an attribute of a frame: pages of their own, with windows of their own.</summary>
public sealed class InnerDocumentsTests
{
    private const string Guard = "<script id=\"cg-guard\"";

    private static readonly Site Clinic = SomeSite.With();

    [Theory]
    [InlineData("<!doctype html><html><head><title>a</title></head><body><script>start()</script></body></html>", "<!doctype html><html><head>" + Guard)]
    [InlineData("<!doctype html><script>start()</script>", "<!doctype html>" + Guard)]
    [InlineData("<p onclick=\"start()\">a</p>", Guard)]
    [InlineData("<iframe src=\"javascript:start()\"></iframe>", Guard)]
    public void One_with_code_begins_with_a_guard_of_its_own(string document, string beginning) =>
        Assert.StartsWith(beginning, InnerOf(SomePage.Rewrite(SomePage.Of(Clinic, isTop: true), Frame(document))), StringComparison.Ordinal);

    [Fact]
    public void Its_own_program_runs_under_that_guard_and_its_trackers_wait()
    {
        var inner = InnerOf(SomePage.Rewrite(SomePage.Of(Clinic), Frame("<script>start()</script><script src=\"https://mc.yandex.ru/metrika/tag.js\"></script>")));

        Assert.Contains("<script>start()</script><script type=\"text/plain\"", inner, StringComparison.Ordinal);
        Assert.Contains("data-cg-src=\"https://mc.yandex.ru/metrika/tag.js\"", inner, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!doctype html><p>a<img src=\"/a.png\">")]
    [InlineData("")]
    public void One_without_code_is_untouched(string document) =>
        Assert.Equal(Frame(document), SomePage.Rewrite(SomePage.Of(Clinic), Frame(document)));

    [Fact]
    public void Where_all_is_granted_there_is_nothing_to_guard() =>
        Assert.Equal(
            Frame("<script>start()</script>"),
            SomePage.Rewrite(SomePage.Of(Clinic, SomePage.Granting(Purpose.Preferences, Purpose.Analytics, Purpose.Marketing)), Frame("<script>start()</script>")));

    [Fact]
    public void Where_the_pages_base_is_elsewhere_no_guard_can_be_found_and_mixed_code_waits()
    {
        var program = string.Concat(Enumerable.Range(0, 20).Select(n => $"function part{n}() {{ return document.title + {n}; }}\n"));
        var inner = InnerOf(SomePage.Rewrite(
            SomePage.Of(Clinic), "<base href=\"https://elsewhere.example/\">" + Frame($"<script>{program}new Image().src = '//mc.yandex.ru/watch/1'</script>")));

        Assert.DoesNotContain(Guard, inner, StringComparison.Ordinal);
        Assert.StartsWith("<script type=\"text/plain\"", inner, StringComparison.Ordinal);
    }

    private static string Frame(string document) => $"<iframe srcdoc=\"{WebUtility.HtmlEncode(document)}\"></iframe>";

    private static string InnerOf(string page)
    {
        var from = page.IndexOf("srcdoc=\"", StringComparison.Ordinal) + 8;
        return WebUtility.HtmlDecode(page[from..page.IndexOf('"', from)]);
    }
}
