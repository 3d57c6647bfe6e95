using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CookieGateway.Html.Tests.Invariants;

/// <summary>Output minus insertions, with what was renamed named as before (if in lower case), is input.</summary>
public sealed class SpliceTests
{
    private const string Mark = "<!--\u0001-->";

    private static readonly HtmlPolicy<object?> Inserting = new HtmlPolicyBuilder<object?>()
        .OnAnyElement(static (_, element) =>
        {
            element.Before("<!--\u0001-->"u8);
            element.RenameAttribute("src"u8, "src\u0002"u8);
            element.After("<!--\u0001-->"u8);
        })
        .OnElement(static (_, element) => element.Append("<!--\u0001-->"u8), "body", "div", "p")
        .Build();

    [Fact]
    public void Taking_out_what_was_put_in_gives_the_page_back() =>
        Prop.ForAll(Soup.Plain, page => Undo(Inserting.Rewrite(null, page)) == page)
            .Check(Generated.Pages(1000));

    [Fact]
    public void The_same_holds_for_real_pages()
    {
        foreach (var page in Folders.Corpus.Select(path => Run.Text(File.ReadAllBytes(path))))
        {
            Assert.Equal(page, Undo(Inserting.Rewrite(null, page)), ignoreCase: true);
        }
    }

    private static string Undo(string page) =>
        page.Replace(Mark, "", StringComparison.Ordinal).Replace("\u0002", "", StringComparison.Ordinal);
}
