using System.Buffers;

namespace CookieGateway.Html.Rewriting;

/// <summary>
/// Which handlers see what of a page. Immutable, built once by <see cref="HtmlPolicyBuilder{TPage}"/>, used by any number of pages at a
/// time; it keeps the rewriters that are not in use, so that a page in steady state allocates nothing.
/// </summary>
public sealed class HtmlPolicy<TPage>
{
    private readonly HtmlRewriter<TPage>?[] _idle = new HtmlRewriter<TPage>?[32];

    private readonly PolicyParts<TPage> _parts;

    internal HtmlPolicy(PolicyParts<TPage> parts) => _parts = parts;

    /// <summary>Begins a page. Dispose the rewriter to give it back.</summary>
    public HtmlRewriter<TPage> Begin(TPage page, IBufferWriter<byte> output, HtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        var rewriter = Rent() ?? new HtmlRewriter<TPage>(this, _parts);
        rewriter.Start(page, output, options ?? HtmlOptions.Default);
        return rewriter;
    }

    internal void Return(HtmlRewriter<TPage> rewriter)
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, rewriter, null) is null)
            {
                return;
            }
        }
    }

    private HtmlRewriter<TPage>? Rent()
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } rewriter)
            {
                return rewriter;
            }
        }

        return null;
    }
}
