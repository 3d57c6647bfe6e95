using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Rewriting;

public sealed class HtmlRewriterTests
{
    private static readonly HtmlPolicy<object> Holding = new HtmlPolicyBuilder<object>()
        .OnElement(static (_, e) => e.RenameAttribute("src"u8, "data-src"u8), "img", "iframe")
        .OnElement(static (_, e) => e.Prepend("<b>first</b>"u8), "head")
        .OnElement(static (_, e) => e.Append("<b>last</b>"u8), "body")
        .OnElement(static (_, e) => e.RemoveWithContent(), "object")
        .OnAttribute(static (_, e) => e.RemoveAttribute("onclick"u8), "onclick")
        .OnRawText(static (_, e, text) =>
        {
            if (text.Bytes.IndexOf("track"u8) >= 0)
            {
                e.SetAttribute("type"u8, "text/plain"u8);
            }
        }, static (_, e) => !e.Has("src"u8), "script")
        .Build();

    [Theory]
    [InlineData("<img alt=x src='a.gif' >", "<img alt=x data-src='a.gif' >")]
    [InlineData("<IMG SRC=a><image src=b>", "<IMG data-src=a><image data-src=b>")]
    [InlineData("<head lang=x><title>t</title></head><body>x</body>", "<head lang=x><b>first</b><title>t</title></head><body>x<b>last</b></body>")]
    [InlineData("<body>x", "<body>x<b>last</b>")]
    [InlineData("a<object><object>1</object><img src=x></object>b", "ab")]
    [InlineData("<p><object><img src=x></p>b", "<p>")]
    [InlineData("<script>track()</script>", "<script type=\"text/plain\">track()</script>")]
    [InlineData("<script>if(a<b)//</scriptx\ntrack()</script x='>'>", "<script type=\"text/plain\">if(a<b)//</scriptx\ntrack()</script x='>'>")]
    [InlineData("<script src=x>track()</script>", "<script src=x>track()</script>")]
    [InlineData("<script><!--<script></script><img src=x>--></script><img src=y>", "<script><!--<script></script><img src=x>--></script><img data-src=y>")]
    [InlineData("<a href=x onclick='a>b' id=1>", "<a href=x  id=1>")]
    [InlineData("<!--<img src=x>--><img src=y>", "<!--<img src=x>--><img data-src=y>")]
    [InlineData("<!--><img src=x>--><!---><img src=y>", "<!--><img data-src=x>--><!---><img data-src=y>")]
    [InlineData("<noscript><img src=x></noscript>", "<noscript><img data-src=x></noscript>")]
    [InlineData("<noscript><p title='</noscript><img src=x>'>", "<noscript>&lt;p title='</noscript><img data-src=x>'>")]
    [InlineData("<noscript><!--</noscript><img src=x>-->", "<noscript><!----></noscript><img data-src=x>-->")]
    [InlineData("<noscript><style></noscript><img src=x></style>", "<noscript><style></style></noscript><img data-src=x></style>")]
    [InlineData("<svg><![CDATA[<img src=x>]]><path/></svg><![CDATA[<img src=y>]]>", "<svg><![CDATA[<img src=x>]]><path/></svg><![CDATA[<img src=y>]]>")]
    [InlineData("<img src=x", "")]
    [InlineData("a<", "a<")]
    [InlineData("<select><xmp><img src=x></xmp></select>", "<select><xmp>&lt;img src=x></xmp></select>")]
    [InlineData("<textarea><img src=x></textarea><title><img src=y></title>", "<textarea><img src=x></textarea><title><img src=y></title>")]
    public void A_page_comes_out_as_the_handlers_left_it_however_it_is_cut(string page, string expected)
    {
        Assert.Equal(expected, Holding.Rewrite(this, page));
        for (var cut = 1; cut < page.Length; cut++)
        {
            Assert.Equal(expected, Holding.Rewrite(this, page, cut));
        }

        Assert.Equal(expected, Run.Text(Holding.RewriteInPieces(this, Run.Bytes(page), 1)));
    }
}
