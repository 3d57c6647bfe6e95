using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Rewriting;

public sealed class RememberedTagTests
{
    // A tag whose end is not sure to lie in the piece is never asked about.
    private const string Rest = "<p>and the text of the page goes on for a while, as the text of pages does.</p>";

    private static readonly HtmlPolicy<RememberingPage> Policy = new HtmlPolicyBuilder<RememberingPage>()
        .OnElement(Hold, "img", "script", "use")
        .OnElement(static (_, element) => element.Before("<!--before-->"u8), "video")
        .OnElement(static (_, element) => element.Append("<!--last-->"u8), "section")
        .OnAttribute(static (page, _) => page.Handled++, "onclick")
        .OnRawText(
            static (_, element, text) =>
            {
                if (text.Bytes.IndexOf("track"u8) >= 0)
                {
                    element.SetAttribute("type"u8, "text/plain"u8);
                }
            },
            static (_, element) => !element.Has("src"u8),
            "script")
        .RememberTags(
            static (page, markup, space, out rewritten) => page.Recall(markup, space, out rewritten),
            static (page, markup, space, rewritten) => page.OnSettled(markup, space, rewritten))
        .Build();

    [Theory]
    [InlineData("<img src=\"t.gif\" alt=\"a\">", "<img data-src=\"t.gif\" alt=\"a\">")]
    [InlineData("<img alt=\"a\">", "<img alt=\"a\">")]
    [InlineData("<div onclick=\"a()\">b</div>", "<div onclick=\"a()\">b</div>")]
    [InlineData("<script src=\"t.js\"></script>", "<script data-src=\"t.js\"></script>")]
    [InlineData("<script>track()</script>", "<script type=\"text/plain\">track()</script>")]
    [InlineData("<script>run()</script>", "<script>run()</script>")]
    [InlineData("<svg><use src=\"#a\"></use></svg>", "<svg><use data-src=\"#a\"></use></svg>")]
    public void A_tag_that_came_before_is_dealt_with_alike_and_no_handler_is_called(string html, string expected)
    {
        var page = new RememberingPage();
        Assert.Equal(expected + Rest, Policy.Rewrite(page, html + Rest));
        var handled = page.Handled;

        Assert.Equal(expected + Rest, Policy.Rewrite(page, html + Rest));
        Assert.Equal((1, handled), (page.Known, page.Handled));
    }

    [Theory]
    [InlineData("<img src=\"t.gif\">", "<img src=\"t.gif\"> → <img data-src=\"t.gif\">")]
    [InlineData("<img alt=\"a\">", "<img alt=\"a\"> → ")]
    [InlineData("<script type=\"a\">track()</script>", "<script type=\"a\">track() → <script type=\"text/plain\">")]
    public void What_became_of_a_tag_is_told_with_the_text_that_somebody_may_want(string html, string told)
    {
        var page = new RememberingPage();
        Policy.Rewrite(page, html + Rest);
        Assert.Equal([told], page.Told);
    }

    [Theory]
    [InlineData("<video></video>")]
    [InlineData("<section><img src=\"a.png\"></section>")]
    [InlineData("<noscript><img src=\"a.png\"></noscript>")]
    [InlineData("<select><img src=\"a.png\"></select>")]
    [InlineData("<template><img src=\"a.png\"></template>")]
    [InlineData("<math><img src=\"a.png\"></math>")]
    public void Where_more_than_its_bytes_decides_a_tag_is_read_each_time(string html)
    {
        var page = new RememberingPage();
        var first = Policy.Rewrite(page, html + Rest);
        Assert.Equal((first, 0), (Policy.Rewrite(page, html + Rest), page.Known));
        Assert.Empty(page.Told);
    }

    private static void Hold(RememberingPage page, Element element)
    {
        page.Handled++;
        element.RenameAttribute("src"u8, "data-src"u8);
    }
}
