using System.Buffers;
using System.Collections.Concurrent;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>
/// The rewriting of one page, while it streams: bytes of the origin in, bytes for the visitor out. What must not be requested is held,
/// what the gateway has to show is put in, and every other byte leaves as it came.
/// </summary>
public sealed class PageRewrite : IDisposable
{
    private static readonly ConcurrentBag<PageRewrite> Idle = [];

    // A page's own state, its shop or its editor, is often written into it as one script: it has to be seen whole.
    private static readonly HtmlOptions Options = new() { MemoryLimit = 8 << 20 };

    private readonly HeldPage _page = new();
    private HtmlRewriter<HeldPage>? _rewriter;

    private PageRewrite()
    {
    }

    /// <summary>Begins a page. Dispose what is returned, whatever happens.</summary>
    public static PageRewrite Begin(PageContext page, IBufferWriter<byte> output) =>
        Begin(page, PageMemory.Of(page.Site.Judge), nesting: 0, isGuarded: true, output);

    /// <summary>Takes the next bytes of the page, cut anywhere.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => _rewriter!.Write(bytes);

    /// <summary>Says that the page is whole.</summary>
    public void End() => _rewriter!.End();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rewriter, null) is { } rewriter)
        {
            rewriter.Dispose();
            _page.Clear();
            Idle.Add(this);
        }
    }

    /// <summary>Begins the document in a frame's srcdoc, which gets a guard of its own or none.</summary>
    internal static PageRewrite BeginInner(HeldPage outer, bool isGuarded, IBufferWriter<byte> output) =>
        Begin(outer.Context, outer.Memory, outer.Nesting + 1, isGuarded, output);

    /// <summary>Begins a page with what others have shown, or without it.</summary>
    internal static PageRewrite Begin(PageContext page, PageMemory memory, int nesting, bool isGuarded, IBufferWriter<byte> output)
    {
        if (!Idle.TryTake(out var rewrite))
        {
            rewrite = new PageRewrite();
        }

        rewrite._page.Start(page, memory, nesting, isGuarded);
        rewrite._rewriter = PagePolicy.All.Begin(rewrite._page, output, Options);
        return rewrite;
    }
}
