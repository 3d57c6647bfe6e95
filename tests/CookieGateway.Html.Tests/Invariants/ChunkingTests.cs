using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Conformance;
using CookieGateway.Html.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CookieGateway.Html.Tests.Invariants;

/// <summary>A page comes out the same wherever it has been cut on its way in.</summary>
public sealed class ChunkingTests
{
    private static readonly Config Config = Generated.Pages(1000);

    public static TheoryData<string> Groups => new(ConformanceCase.Groups);

    [Theory, MemberData(nameof(Groups))]
    public void A_small_page_may_be_cut_anywhere(string group)
    {
        foreach (var one in ConformanceCase.All.Where(one => one.Group == group))
        {
            var page = System.Text.Encoding.UTF8.GetBytes(one.Input);
            var whole = Policies.Holding.RewriteBytes(null, page);
            for (var cut = 1; cut < page.Length; cut++)
            {
                Assert.True(whole.AsSpan().SequenceEqual(Policies.Holding.RewriteBytes(null, page, cut)), $"{one} differs when cut after byte {cut}.");
            }

            Assert.True(whole.AsSpan().SequenceEqual(Policies.Holding.RewriteInPieces(null, page, 1)), $"{one} differs byte by byte.");
        }
    }

    [Fact]
    public void Any_page_may_come_byte_by_byte_or_in_two() =>
        Prop.ForAll(Soup.Any, ArbMap.Default.ArbFor<PositiveInt>(), (page, cut) =>
        {
            var bytes = Run.Bytes(page);
            var whole = Policies.Holding.RewriteBytes(null, bytes);
            return whole.AsSpan().SequenceEqual(Policies.Holding.RewriteInPieces(null, bytes, 1))
                && whole.AsSpan().SequenceEqual(Policies.Holding.RewriteBytes(null, bytes, cut.Get % (bytes.Length + 1)));
        }).Check(Config);

    [Fact]
    public void A_real_page_may_come_in_pieces_of_any_size()
    {
        foreach (var page in Folders.Corpus.Select(File.ReadAllBytes))
        {
            var whole = Policies.Holding.RewriteBytes(null, page);
            foreach (var size in (ReadOnlySpan<int>)[1, 17, 1000, 4096, 65536])
            {
                Assert.Equal(whole, Policies.Holding.RewriteInPieces(null, page, size));
            }
        }
    }

    [Theory]
    [InlineData(OverLimit.RemoveElement)]
    public void Beyond_the_limit_too_the_cut_makes_no_difference_to_what_is_left_out(OverLimit overLimit)
    {
        var options = new HtmlOptions { MemoryLimit = 1024, OverLimit = overLimit };
        var page = Run.Bytes($"<p>a<img src=x alt='{new string('x', 5000)}'>b<div title=\"{new string('y', 5000)}\"><i>c</i></div>d<script>{new string('z', 5000)}</script>e");

        foreach (var size in (ReadOnlySpan<int>)[1, 7, 100, 1000])
        {
            Assert.Equal("<p>abde<!--end-->", Run.Text(Policies.Holding.RewriteInPieces(null, page, size, options)));
        }
    }
}
