using CookieGateway.Html.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CookieGateway.Html.Tests.Invariants;

/// <summary>Whatever a page is made of: nothing that is held is live for any browser.</summary>
public sealed class ClosedTests
{
    [Fact]
    public void Nothing_that_is_held_is_live_in_generated_pages() =>
        Prop.ForAll(Soup.Any, page => Judge.LiveIn(Policies.Holding.Rewrite(null, page)) == "")
            .Check(Generated.Pages(3000, endSize: 80));

    [Fact]
    public void Nothing_that_is_held_is_live_in_real_pages()
    {
        foreach (var path in Folders.Corpus)
        {
            Assert.Equal("", Judge.LiveIn(Policies.Holding.Rewrite(null, Run.Text(File.ReadAllBytes(path)))));
        }
    }
}
