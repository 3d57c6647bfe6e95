using System.Buffers;
using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tests.Support;
using CookieGateway.Tests.Measuring;

namespace CookieGateway.Html.Tests.Invariants;

/// <summary>
/// Memory has a limit, and work grows with the page's length and no faster. The hostile pages here come in small pieces: work that
/// grew with the square would take hours. What they cost beside an ordinary page is measured by the benchmarks.
/// </summary>
public sealed class BoundsTests
{
    private const int Megabyte = 1 << 20;

    public static TheoryData<string> Hostile => new(
        "<a>", "<a b c>", "<b><p>", "<", "<!", "</", "<a href='", "<!--", "<script>", "<script><!--<script>", "<svg>", "<noscript><p title='</noscript>", "<title>", "&", "<![CDATA[", "<svg><![CDATA[]", "<select><xmp>", "\"", "-");

    [Theory, MemberData(nameof(Hostile))]
    public void A_hostile_megabyte_in_small_pieces_comes_to_an_end(string piece)
    {
        var page = Run.Bytes(string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length)));
        var options = new HtmlOptions { MemoryLimit = 4 * Megabyte };

        var whole = Policies.Holding.RewriteBytes(null, page, options);

        Assert.Equal(whole, Policies.Holding.RewriteInPieces(null, page, 64, options));
    }

    [Theory]
    [InlineData("<a href='")]
    [InlineData("<a ")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("<title>")]
    [InlineData("<")]
    public void What_is_held_back_stays_under_the_limit(string beginning)
    {
        var options = new HtmlOptions { MemoryLimit = 64 * 1024, OverLimit = OverLimit.RemoveElement };
        var filling = Run.Bytes(new string('x', 4096));
        var output = new Counter();
        using var rewriter = Policies.Holding.Begin(null, output, options);
        rewriter.Write(Run.Bytes("<p>before" + beginning));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 5000; i++)
        {
            rewriter.Write(filling);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 600 * 1024);
        rewriter.End();
    }

    [Theory]
    [InlineData("<img alt='", "tag")]
    [InlineData("<script>", "text of an element")]
    public void Beyond_the_limit_the_caller_may_have_the_page_refused(string beginning, string construct)
    {
        var output = new ArrayBufferWriter<byte>();
        using var rewriter = Policies.Holding.Begin(null, output, new HtmlOptions { MemoryLimit = 2048 });

        rewriter.Write("<p>sure</p>"u8);
        var refused = Assert.Throws<HtmlLimitException>(() => rewriter.Write(Run.Bytes(beginning + new string('x', 3000))));

        Assert.Equal(
            $"A {construct} of the page is longer than the memory limit of 2048 bytes. Raise HtmlOptions.MemoryLimit, or choose OverLimit.RemoveElement.",
            refused.Message);
        Assert.Equal("<p>sure</p>", Run.Text(output.WrittenSpan));
        var poisoned = Assert.Throws<InvalidOperationException>(() => rewriter.Write("x"u8));
        Assert.Equal("The rewriter failed earlier on this page; what it has written must not be continued. Give the page up.", poisoned.Message);
    }

    [Fact]
    public void A_tag_with_more_attributes_than_the_limit_has_room_for_is_left_out()
    {
        var options = new HtmlOptions { MemoryLimit = 3200, OverLimit = OverLimit.RemoveElement };
        var page = $"a<img {string.Concat(Enumerable.Range(0, 200).Select(i => $"a{i} "))}src=x>b<div {string.Concat(Enumerable.Range(0, 200).Select(i => $"a{i} "))}>c</div>d";

        Assert.Equal("abd<!--end-->", Run.Text(Policies.Holding.RewriteBytes(null, Run.Bytes(page), options)));
    }

    [Fact]
    public void A_page_in_steady_state_allocates_nothing()
    {
        var page = Run.Bytes(string.Concat(Enumerable.Repeat(
            "<p class=a style='x'>text<img src=a onerror=b><script>x()</script><noscript><img src=c></noscript><iframe srcdoc='<img src=d>'></iframe><svg><path/></svg></p>", 50)));
        var output = new Counter();
        for (var i = 0; i < 30; i++)
        {
            Rewrite(page, output);
        }

        Assert.Equal(0, Allocation.Of(() => Rewrite(page, output)));
    }

    private static void Rewrite(byte[] page, Counter output)
    {
        using var rewriter = Policies.Holding.Begin(null, output);
        rewriter.Write(page.AsSpan(0, 1000));
        rewriter.Write(page.AsSpan(1000));
        rewriter.End();
    }

    /// <summary>Takes bytes and forgets them.</summary>
    private sealed class Counter : IBufferWriter<byte>
    {
        private readonly byte[] _room = new byte[4 * Megabyte];

        public long Written { get; private set; }

        public void Advance(int count) => Written += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => _room;

        public Span<byte> GetSpan(int sizeHint = 0) => _room;
    }
}
