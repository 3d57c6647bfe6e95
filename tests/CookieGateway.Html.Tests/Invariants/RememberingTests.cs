using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Conformance;
using CookieGateway.Html.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CookieGateway.Html.Tests.Invariants;

/// <summary>A page comes out the same whether its tags are read or known by their bytes, wherever it is cut.</summary>
public sealed class RememberingTests
{
    private static readonly HtmlPolicy<RememberingPage> Reading = Policies.HoldingFor<RememberingPage>().Build();

    private static readonly HtmlPolicy<RememberingPage> Remembering = Policies.HoldingFor<RememberingPage>()
        .RememberTags(
            static (page, markup, space, out rewritten) => page.Recall(markup, space, out rewritten),
            static (page, markup, space, rewritten) => page.OnSettled(markup, space, rewritten))
        .Build();

    public static TheoryData<string> Groups => new(ConformanceCase.Groups);

    [Theory, MemberData(nameof(Groups))]
    public void Small_pages_come_out_the_same(string group)
    {
        var page = new RememberingPage();
        foreach (var one in ConformanceCase.All.Where(one => one.Group == group))
        {
            AssertSame(page, System.Text.Encoding.UTF8.GetBytes(one.Input), one.ToString());
        }
    }

    [Fact]
    public void Generated_pages_come_out_the_same()
    {
        // One memory for all of them: what one page has taught must hold on every other.
        var memory = new RememberingPage();
        Prop.ForAll(Soup.Any, ArbMap.Default.ArbFor<PositiveInt>(), (page, cut) =>
        {
            var bytes = Run.Bytes(page + new string(' ', 64));
            var read = Reading.RewriteBytes(memory, bytes);
            return read.AsSpan().SequenceEqual(Remembering.RewriteBytes(memory, bytes))
                && read.AsSpan().SequenceEqual(Remembering.RewriteBytes(memory, bytes))
                && read.AsSpan().SequenceEqual(Remembering.RewriteBytes(memory, bytes, cut.Get % bytes.Length));
        }).Check(Generated.Pages(1000));
        Assert.True(memory.Known > 100, $"Only {memory.Known} tags were known again.");
    }

    [Fact]
    public void Real_pages_come_out_the_same()
    {
        var memory = new RememberingPage();
        foreach (var path in Folders.Corpus)
        {
            AssertSame(memory, File.ReadAllBytes(path), path);
            Assert.Equal(Reading.RewriteBytes(memory, File.ReadAllBytes(path)), Remembering.RewriteInPieces(memory, File.ReadAllBytes(path), 1000));
        }
    }

    private static void AssertSame(RememberingPage memory, byte[] page, string name)
    {
        // A tag close to the end of what has arrived is read as ever.
        byte[] padded = [.. page, .. new byte[64]];
        var read = Reading.RewriteBytes(memory, padded);
        for (var visit = 1; visit <= 3; visit++)
        {
            Assert.True(read.AsSpan().SequenceEqual(Remembering.RewriteBytes(memory, padded)), $"{name} differs on visit {visit}.");
        }
    }
}
