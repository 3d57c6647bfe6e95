using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Rewriting;

public sealed class RawTextTests
{
    [Theory]
    [InlineData("<script>a</script>b", "new", "<script>new</script>b")]
    [InlineData("<script>a</script>b", "x='</script>'", "<script>x='\\x3C/script>'</script>b")]
    [InlineData("<script>a</script>b", "<!--<script>", "<script>\\x3C!--\\x3Cscript></script>b")]
    [InlineData("<style>a</style>b", "p{}</style>", "<style>p{}\\3C /style></style>b")]
    [InlineData("<title>a</title>b", "a < b </title>", "<title>a < b &lt;/title></title>b")]
    [InlineData("<script>a</script>b", "", "<script></script>b")]
    [InlineData("<script>a", "new", "<script>new")]
    public void A_text_is_replaced_so_that_it_stays_text(string page, string text, string expected)
    {
        var policy = new HtmlPolicyBuilder<byte[]>()
            .OnRawText(static (replacement, _, text) => text.Replace(replacement), null, "script", "style", "title")
            .Build();

        Assert.Equal(expected, policy.Rewrite(Run.Bytes(text), page));
    }

    [Fact]
    public void The_start_tag_and_the_text_are_changed_together_and_only_where_wanted()
    {
        var policy = new HtmlPolicyBuilder<List<string>>()
            .OnElement(static (_, e) => e.SetAttribute("seen"u8, "1"u8), "script")
            .OnRawText(static (seen, e, text) =>
            {
                seen.Add(Run.Text(text.Bytes) + " " + text.IsClosed);
                e.SetAttribute("type"u8, "text/plain"u8);
            }, static (_, e) => !e.Has("src"u8), "script")
            .Build();
        var log = new List<string>();

        var output = policy.Rewrite(log, "<script src=x>1</script><script>2</script><script>3");

        Assert.Equal("<script seen=\"1\" src=x>1</script><script seen=\"1\" type=\"text/plain\">2</script><script seen=\"1\" type=\"text/plain\">3", output);
        Assert.Equal(["2 True", "3 False"], log);
    }

    [Fact]
    public void A_script_can_be_removed_when_its_text_is_known()
    {
        var policy = new HtmlPolicyBuilder<object?>()
            .OnRawText(static (_, e, text) =>
            {
                if (text.Bytes.IndexOf("bad"u8) >= 0)
                {
                    e.RemoveWithContent();
                }
            }, null, "script")
            .Build();

        Assert.Equal("<script>good</script>x", policy.Rewrite(null, "<script>bad</script><script>good</script>x<script>bad"));
    }
}
