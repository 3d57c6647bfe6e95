using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Rewriting;

/// <summary>What a handler can ask for, one request at a time.</summary>
public sealed class ElementTests
{
    [Theory]
    [InlineData("<a>", "<a x=\"1 &amp; &quot;2&quot;\">")]
    [InlineData("<a x=old y>", "<a x=\"1 &amp; &quot;2&quot;\" y>")]
    [InlineData("<a X='old'y>", "<a x=\"1 &amp; &quot;2&quot;\"y>")]
    [InlineData("<a x>", "<a x=\"1 &amp; &quot;2&quot;\">")]
    [InlineData("<a/>", "<a x=\"1 &amp; &quot;2&quot;\"/>")]
    public void An_attribute_is_set_to_text(string page, string expected) =>
        Assert.Equal(expected, After(page, static e => e.SetAttribute("x"u8, "1 & \"2\""u8)));

    [Fact]
    public void Characters_beyond_ascii_become_references() => Assert.Equal(
        "<a x=\"&#x41F;&#x1F600;&amp;\">&#x41F;", After("<a>", static e =>
        {
            e.SetAttribute("x"u8, "П😀&");
            e.Prepend("П");
        }));

    [Fact]
    public void The_last_value_set_counts() => Assert.Equal("<a y=\"2\" x=\"3\">", After("<a>", static e =>
    {
        e.SetAttribute("x"u8, "1"u8);
        e.SetAttribute("y"u8, "2"u8);
        e.SetAttribute("x"u8, "3"u8);
    }));

    [Theory]
    [InlineData("<a src=x>", "<a data-src=x>")]
    [InlineData("<a SRC = 'x' b>", "<a data-src = 'x' b>")]
    [InlineData("<a src>", "<a data-src>")]
    [InlineData("<a src=x src=y>", "<a data-src=x >")]
    [InlineData("<a data-src=y src=x>", "<a  data-src=x>")]
    [InlineData("<a data-src=y>", "<a data-src=y>")]
    public void A_renamed_attribute_keeps_its_value_and_leaves_no_second_one_behind(string page, string expected) =>
        Assert.Equal(expected, After(page, static e => e.RenameAttribute("src"u8, "data-src"u8)));

    [Theory]
    [InlineData("<a x=1 y=2 X='3'>", "<a  y=2 >")]
    [InlineData("<a x>", "<a >")]
    [InlineData("<a y>", "<a y>")]
    public void Removing_an_attribute_removes_all_of_its_name(string page, string expected) =>
        Assert.Equal(expected, After(page, static e => e.RemoveAttribute("x"u8)));

    [Theory]
    [InlineData("<a href=x>y</a>z", "<b href=x>y</b>z")]
    [InlineData("<a><i></a ></a>", "<b><i></b ></a>")]
    [InlineData("<a>", "<b>")]
    public void A_renamed_element_has_its_end_tag_renamed(string page, string expected) =>
        Assert.Equal(expected, After(page, static e => e.Rename("b"u8)));

    [Theory]
    [InlineData("1<a>2</a>3", "1[<a>(2)</a>]3")]
    [InlineData("1<a>2<a>3</a>4</a>5", "1[<a>(2[<a>(3)</a>]4)</a>]5")]
    [InlineData("1<a>2", "1[<a>(2)]")]
    [InlineData("<a><b></a></b>", "[<a>(<b>)</a>]</b>")]
    public void Pieces_are_put_before_within_and_after(string page, string expected) =>
        Assert.Equal(expected, After(page, static e =>
        {
            e.Before("["u8);
            e.Prepend("("u8);
            e.Append(")"u8);
            e.After("]"u8);
        }));

    [Fact]
    public void A_void_element_has_no_inside() => Assert.Equal("[<br>]x", After("<br>x", static e =>
    {
        Assert.False(e.CanHaveContent);
        e.Before("["u8);
        e.Prepend("("u8);
        e.Append(")"u8);
        e.After("]"u8);
    }));

    [Theory]
    [InlineData("1<a>2<b>3</b></a>4", "14")]
    [InlineData("1<a>2<a>3</a>4</a>5", "15")]
    [InlineData("<div><a>2</div>3", "<div></div>3")]
    [InlineData("1<a>2<!-- </a> --><script></a></script></a>3", "13")]
    [InlineData("1<a>2", "1")]
    [InlineData("1<a", "1")]
    public void An_element_is_left_out_with_all_that_is_in_it(string page, string expected) =>
        Assert.Equal(expected, After(page, static e => e.RemoveWithContent()));

    [Theory]
    [InlineData("<object>1</div>2</object>3", "3")]
    [InlineData("<script>1</script>2", "2")]
    [InlineData("<script>1", "")]
    [InlineData("<img>1", "1")]
    [InlineData("<noscript>1<img></noscript>2", "2")]
    [InlineData("<svg><g/></svg>2", "2")]
    [InlineData("<svg/>2", "2")]
    [InlineData("<plaintext>1</plaintext>2", "")]
    public void Any_kind_of_element_can_be_left_out(string page, string expected) =>
        Assert.Equal(expected, After(page, static e => e.RemoveWithContent()));

    [Fact]
    public void An_element_is_replaced() => Assert.Equal("1<p>new</p>3", After("1<a>2</a>3", static e => e.ReplaceWith("<p>new</p>"u8)));

    [Fact]
    public void An_element_can_lose_its_tags_only() => Assert.Equal("123", After("1<a>2</a>3", static e => e.RemoveTags()));

    [Fact]
    public void A_text_element_cannot_lose_its_tags_only() => Assert.Equal("13", After("1<xmp><b></xmp>3", static e => e.RemoveTags()));

    [Fact]
    public void A_handler_that_has_seen_enough_is_not_called_again() => Assert.Equal("!<a><a><a>", After("<a><a><a>", static e =>
    {
        e.Before("!"u8);
        e.Mute();
    }));

    [Fact]
    public void Handlers_after_the_one_that_removes_are_not_called()
    {
        var policy = new HtmlPolicyBuilder<object?>()
            .OnElement(static (_, e) => e.RemoveWithContent(), "a")
            .OnElement(static (_, e) => e.Before("x"u8), "a")
            .Build();

        Assert.Equal("", policy.Rewrite(null, "<a></a>"));
    }

    [Fact]
    public void Bytes_that_are_not_ascii_are_refused_with_the_way_out()
    {
        var refused = Assert.Throws<ArgumentException>(() => After("<a>", static e => e.Before([0x61, 0xD0])));

        Assert.Equal(
            "Inserted bytes have to be ASCII, since the page's encoding may be any; there is a byte 0xD0. Insert the text as characters: what is not ASCII becomes a character reference.",
            refused.Message);
    }

    [Fact]
    public void What_a_handler_reads_is_what_a_browser_reads()
    {
        var policy = new HtmlPolicyBuilder<List<string>>().OnAnyElement(static (seen, e) =>
        {
            seen.Add(Run.Text(e.SpelledName));
            seen.Add(e.Is("img"u8) + " " + e.Has("alt"u8) + " " + e.Has("src"u8));
            seen.Add(Run.Text(e.RawValue("src"u8)));
            seen.Add(Run.Text(e.Value("src"u8)));
            seen.Add(e.Attributes.Count + " " + e.Namespace + " " + e.IsInNoscript);
        }).Build();
        var log = new List<string>();

        policy.Rewrite(log, "<IMG SRC=a&amp;b&#x2F;c src=d>");

        Assert.Equal(["IMG", "True False True", "a&amp;b&#x2F;c", "a&b/c", "2 Html False"], log);
    }

    private static string After(string page, Action<Element> handler) => new HtmlPolicyBuilder<Action<Element>>()
        .OnElement(static (handle, element) => handle(element), "a", "br", "object", "script", "img", "noscript", "svg", "plaintext", "xmp")
        .Build()
        .Rewrite(handler, page);
}
