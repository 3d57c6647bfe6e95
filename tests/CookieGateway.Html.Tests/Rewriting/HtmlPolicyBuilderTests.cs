using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Rewriting;

public sealed class HtmlPolicyBuilderTests
{
    [Fact]
    public void An_attribute_handler_is_called_once_for_a_tag_that_carries_any_of_its_names()
    {
        var policy = new HtmlPolicyBuilder<List<string>>()
            .OnAttribute(static (seen, e) => seen.Add(Run.Text(e.Markup)), "style", "on*", "a-name-that-is-long")
            .Build();
        var log = new List<string>();

        policy.Rewrite(log, "<a style><a STYLE=x onclick=y><a one><a o><a on><a data-on><a A-Name-That-Is-Long><a a-name-that-is-lonG2><a styles>");

        Assert.Equal(["<a style>", "<a STYLE=x onclick=y>", "<a one>", "<a on>", "<a A-Name-That-Is-Long>"], log);
    }

    [Fact]
    public void Long_names_of_elements_are_told_apart_by_all_their_bytes()
    {
        var policy = new HtmlPolicyBuilder<List<string>>()
            .OnElement(static (seen, e) => seen.Add(Run.Text(e.SpelledName)), "amp-analytics", "amp-ad", "blockquote")
            .Build();
        var log = new List<string>();

        policy.Rewrite(log, "<amp-analytics><AMP-Analytics><amp-analytict><amp-ad><amp-ae><blockquote><blockquot>");

        Assert.Equal(["amp-analytics", "AMP-Analytics", "amp-ad", "blockquote"], log);
    }

    [Fact]
    public void Text_comments_and_ends_have_their_handlers()
    {
        var policy = new HtmlPolicyBuilder<List<string>>()
            .OnText(static (seen, text) => seen.Add(Run.Text(text.Bytes)))
            .OnComment(static (seen, comment) =>
            {
                seen.Add(Run.Text(comment.Markup));
                comment.ReplaceWith("<hr>"u8);
            })
            .OnEndTag(static (seen, tag) =>
            {
                seen.Add(Run.Text(tag.SpelledName));
                tag.Before("("u8);
                tag.After(")"u8);
            }, "p")
            .OnPageEnd(static (_, end) => end.Append("!"u8))
            .Build();
        var log = new List<string>();

        var output = policy.Rewrite(log, "a<p>b<!-- c --></P>d</div><!--e");

        Assert.Equal("a<p>b<hr>(</P>)d</div><!--e-->!", output);
        Assert.Equal(["a", "b", "<!-- c -->", "P", "d"], log);
    }

    [Theory]
    [InlineData("Script", "A tag's name is \"Script\". It has to be ASCII in lower case, as in \"iframe\".")]
    [InlineData("", "A tag's name is \"\". It has to be ASCII in lower case, as in \"iframe\".")]
    public void A_name_that_could_never_match_is_refused(string name, string message) => Assert.Equal(
        message, Assert.Throws<ArgumentException>(() => new HtmlPolicyBuilder<object?>().OnElement(static (_, _) => { }, name)).Message);

    [Fact]
    public void Raw_text_of_an_element_of_markup_is_refused() => Assert.Equal(
        "A raw-text handler asks for \"div\", whose content is markup. Raw text is in script, style, title, textarea, iframe, noembed, noframes and xmp.",
        Assert.Throws<ArgumentException>(() => new HtmlPolicyBuilder<object?>().OnRawText(static (_, _, _) => { }, null, "div")).Message);

    [Fact]
    public void A_rewriter_that_has_ended_says_so()
    {
        using var rewriter = Policies.Nothing.Begin(null, new System.Buffers.ArrayBufferWriter<byte>());
        rewriter.End();

        Assert.Equal(
            "The page has been ended; nothing can be written to it. Begin another by the policy.",
            Assert.Throws<InvalidOperationException>(() => rewriter.Write("x"u8)).Message);
    }
}
