using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Proxying.Response;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response.Holding;

public sealed class InsertionsTests
{
    private static readonly Site Site = SomeSite.With(("Languages:0", "ru"), ("Languages:1", "kk"), ("Languages:2", "en"));

    [Theory]
    [InlineData("<!doctype html><html><head>|<title>a</title><script>b()</script></head><body>¦<p>c</body></html>", "utf-8")]
    [InlineData("<!doctype html><html><head><meta charset=windows-1251>|<title>a</title><script>b()</script></head><body>¦</body></html>", null)]
    [InlineData("<!doctype html><html><head><title>a</title><meta charset=utf-8>|<link rel=stylesheet href=/a.css></head><body class=x>¦</body></html>", null)]
    [InlineData("<html><head><meta name=viewport content=x>|<script>b()</script><meta charset=utf-8></head><body>¦", null)]
    [InlineData("<html><head>|<base href=https://cdn.example/><meta charset=utf-8></head><body>¦", null)]
    [InlineData("<html><head>|<meta http-equiv=Content-Security-Policy content=x><meta charset=utf-8></head><body>¦", null)]
    [InlineData("<!doctype html>|<script>b()</script>¦<p>c", "utf-8")]
    [InlineData("<!doctype html><title>a</title>|<link rel=icon href=/i>¦<div>c</div>", "utf-8")]
    [InlineData("|<body>¦<p>c", "utf-8")]
    [InlineData("|¦<p>c</p>", "utf-8")]
    [InlineData("only text|¦", "utf-8")]
    [InlineData("<html><head>|</head><frameset cols=50%><frame src=/a></frameset></html>", "utf-8")]
    public void Guard_and_banner_stand_where_a_browser_reads_them_first(string marked, string? charset)
    {
        var page = marked.Replace("|", "", StringComparison.Ordinal).Replace("¦", "", StringComparison.Ordinal);
        var context = SomePage.Of(Site, isTop: true, charset: charset);
        var expected = marked.Replace("|", Text(context.Insertions.HeadStart), StringComparison.Ordinal)
            .Replace("¦", Text(context.Insertions.BodyStart("ru")), StringComparison.Ordinal);

        Assert.Equal(expected, SomePage.Rewrite(context, page));
    }

    [Fact]
    public void Guard_and_banner_stand_where_they_should_however_the_page_is_cut()
    {
        var page = Encoding.UTF8.GetBytes("<!doctype html><html lang=kk><head><meta charset=utf-8><title>a</title><script>b()</script></head><body><p>c</body></html>");
        var whole = SomePage.RewriteBytes(SomePage.Of(Site, isTop: true, charset: null), page);

        for (var cut = 1; cut < page.Length; cut++)
        {
            Assert.True(whole.AsSpan().SequenceEqual(SomePage.RewriteBytes(SomePage.Of(Site, isTop: true, charset: null), page, cut)), $"It differs when cut after byte {cut}.");
        }
    }

    [Fact]
    public void What_is_no_page_of_its_own_gets_no_banner()
    {
        const string fragment = "<p>Свободное время</p><script src=/a.js></script>";

        Assert.Equal(fragment, SomePage.Rewrite(SomePage.Of(Site, isTop: false), fragment));
    }

    [Theory]
    [InlineData("<html lang=kk>", "/", null, "kk")]
    [InlineData("<html lang='kz-KZ'>", "/", null, "kk")]
    [InlineData("<html lang=ru>", "/kk/", "en", "ru")]
    [InlineData("<html>", "/kz/doctors", null, "kk")]
    [InlineData("<html>", "/doctors?id=1&lang=en", null, "en")]
    [InlineData("<html>", "/", "de-DE,kk;q=0.8,ru;q=0.5", "kk")]
    [InlineData("<html lang=de>", "/", "fr", "ru")]
    public void The_banner_speaks_the_pages_language(string html, string target, string? acceptLanguage, string language)
    {
        var plain = SomePage.Of(Site, isTop: true, target: target);
        var context = new PageContext
        {
            Site = plain.Site,
            Consent = VisitorConsent.Undecided,
            Address = plain.Address,
            Charset = plain.Charset,
            AcceptLanguage = acceptLanguage,
            Insertions = plain.Insertions,
        };

        Assert.Contains(Text(plain.Insertions.BodyStart(language)), SomePage.Rewrite(context, html + "<body>"), StringComparison.Ordinal);
    }

    private static string Text(ReadOnlyMemory<byte> ascii) => Encoding.ASCII.GetString(ascii.Span);
}
