using System.Text;
using CookieGateway.Html.Urls;

namespace CookieGateway.Html.Tests.Urls;

public sealed class CssUrlReaderTests
{
    [Theory]
    [InlineData("background:url(a.png)", "a.png")]
    [InlineData("background: URL( 'a b.png' ) no-repeat", "a b.png")]
    [InlineData("x{background:url(\"a.png\")}y{cursor:url(b.cur),auto}", "a.png b.cur")]
    [InlineData("@import 'a.css';", "import:a.css")]
    [InlineData("@import url(a.css) screen;", "import:a.css")]
    [InlineData("@IMPORT \"a.css\";p{content:'b'}", "import:a.css")]
    [InlineData("@charset 'utf-8';@import/**/'a.css'", "import:a.css")]
    [InlineData("/* url(a) @import 'b' */ p{}", "")]
    [InlineData("p{content:'url(a)'}", "")]
    [InlineData("p{content:\"a\\\"url(b)\"}", "")]
    [InlineData("p{content:'a\nb:url(c)", "c")]
    [InlineData("x:\\75rl(a)", "a")]
    [InlineData("x:u\\72 l(a)", "a")]
    [InlineData("x:\\000075\\000072\\00006c(a)", "a")]
    [InlineData("x:url(a\\)b)", "a)b")]
    [InlineData("x:url(//mc\\.yandex.ru/w)", "//mc.yandex.ru/w")]
    [InlineData("x:url(ht\\tps)", "https")]
    [InlineData("@\\69mport 'a'", "import:a")]
    [InlineData("x:image-set('a.png' 1x, url(b.png) 2x)", "a.png b.png")]
    [InlineData("x:-webkit-image-set(\"a.png\" 1x);y:'b'", "a.png")]
    [InlineData("x:curl(a)", "")]
    [InlineData("x:url(", "")]
    [InlineData("x:url(a", "a")]
    [InlineData("x:url('a", "a")]
    [InlineData("/* ", "")]
    [InlineData("\\", "")]
    [InlineData("x\\\ny:url(a)", "a")]
    [InlineData("@", "")]
    public void The_urls_are_those_a_browser_would_load(string css, string expected)
    {
        var urls = new List<string>();
        using var reader = new CssUrlReader(Encoding.UTF8.GetBytes(css));
        while (reader.MoveNext())
        {
            urls.Add((reader.IsImport ? "import:" : "") + Encoding.UTF8.GetString(reader.Current));
        }

        Assert.Equal(expected, string.Join(' ', urls.Where(url => url.Length > 0)));
    }
}
