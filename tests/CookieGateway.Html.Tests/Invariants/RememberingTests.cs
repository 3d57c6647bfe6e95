using CookieGateway.Html.Tests.Conformance;
using CookieGateway.Html.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CookieGateway.Html.Tests.Invariants;

/// <summary>A page comes out the same whether its tags are read or known by their bytes, wherever it is cut.</summary>
public sealed class RememberingTests
{
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
            var read = Policies.Holding.RewriteBytes(null, bytes);
            return read.AsSpan().SequenceEqual(Policies.Remembering.RewriteBytes(memory, bytes))
                && read.AsSpan().SequenceEqual(Policies.Remembering.RewriteBytes(memory, bytes))
                && read.AsSpan().SequenceEqual(Policies.Remembering.RewriteBytes(memory, bytes, cut.Get % bytes.Length));
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
            Assert.Equal(Policies.Holding.RewriteBytes(null, File.ReadAllBytes(path)), Policies.Remembering.RewriteInPieces(memory, File.ReadAllBytes(path), 1000));
        }
    }

    private static void AssertSame(RememberingPage memory, byte[] page, string name)
    {
        // A tag close to the end of what has arrived is read as ever.
        byte[] padded = [.. page, .. new byte[64]];
        var read = Policies.Holding.RewriteBytes(null, padded);
        for (var visit = 1; visit <= 3; visit++)
        {
            Assert.True(read.AsSpan().SequenceEqual(Policies.Remembering.RewriteBytes(memory, padded)), $"{name} differs on visit {visit}.");
        }
    }
}
