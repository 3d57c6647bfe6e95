using System.Buffers;
using CookieGateway.Html.Tokenizing;
using CookieGateway.Html.Tree;

namespace CookieGateway.Html.Rewriting;

/// <summary>
/// Rewrites one page while it streams: bytes in by <see cref="Write"/>, bytes out to a buffer writer, untouched bytes as they came.
/// Comes from <see cref="HtmlPolicy{TPage}.Begin"/> and goes back when disposed. After an exception it is poisoned. Not thread-safe.
/// </summary>
public sealed partial class HtmlRewriter<TPage> : IDisposable
{
    private readonly PolicyParts<TPage> _policy;
    private readonly HtmlPolicy<TPage> _owner;
    private readonly TagEdit _edit;
    private readonly ByteBuffer _held = new();
    private readonly OpenEnds _ends = new();
    private readonly ForeignContent _foreign = new();
    private readonly Removal _removal = new();
    private readonly Ambiguity _ambiguity = new();
    private TPage _page = default!;
    private IBufferWriter<byte> _output = null!;
    private HtmlOptions _options = HtmlOptions.Default;
    private Life _life;
    private Mode _mode;
    private ulong _muted;

    /// <summary>How far the piece that is being read has been written or left out.</summary>
    private int _passed;

    internal HtmlRewriter(HtmlPolicy<TPage> owner, PolicyParts<TPage> policy)
    {
        _owner = owner;
        _policy = policy;
        _isTextNobodys = policy.TextHandlers.Length == 0;
        _isNobodyWaiting = policy.EndTagHandlers.Length == 0;
        _canRecall = policy.Recall is not null;
        _edit = new TagEdit { Tag = new Tag(policy.Attributes), Nested = TryRewriteNested };
    }

    private enum Life
    {
        Idle,
        Open,
        Ended,
        Poisoned,
    }

    /// <summary>What the reader stands in. All but <see cref="Data"/> can last from piece to piece.</summary>
    private enum Mode : byte
    {
        Data,
        Comment,
        HeldComment,
        BogusComment,
        CData,
        Text,
        HeldText,
        PlainText,
        LongTag,
    }

    /// <summary>Takes the next bytes of the page, cut anywhere. What is sure is written to the output before the call returns.</summary>
    /// <exception cref="HtmlLimitException">The page holds something longer than the limit, and the options say to refuse that.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Poison();
        while (!bytes.IsEmpty)
        {
            bytes = _inNoscript ? WriteInNoscript(bytes) : bytes[Read(bytes)..];
        }

        _life = Life.Open;
    }

    /// <summary>
    /// Says that the page is whole; to be called once, after the last <see cref="Write"/>. A tag that the page's end has cut off is
    /// dropped, as a browser does: nothing appended later can complete it.
    /// </summary>
    public void End()
    {
        Poison();
        EndPage();
        _life = Life.Ended;
    }

    /// <summary>Gives the rewriter back to its policy. Without <see cref="End"/> the page counts as given up, and what was held back is lost.</summary>
    public void Dispose()
    {
        if (_life == Life.Idle)
        {
            return;
        }

        _life = Life.Idle;
        _page = default!;
        _output = null!;
        _owner.Return(this);
    }

    internal void Start(TPage page, IBufferWriter<byte> output, HtmlOptions options)
    {
        _page = page;
        _output = output;
        _options = options;
        _edit.Reset();
        _held.Reset();
        _rewritten.Reset();
        _noscriptTail.Reset();
        _ends.Clear();
        _foreign.Clear();
        _removal.Clear();
        _ambiguity.Clear();
        _tagEnd.Reset();
        _mode = Mode.Data;
        _muted = 0;
        _mutedEndTags = 0;
        _edit.Nesting = 0;
        _passed = 0;
        _edit.Tag.MostAttributes = options.MemoryLimit / 32;
        _longestGlance = options.MemoryLimit / 16;
        _undecided = _noscriptBegins = _inNoscript = _dropsComment = _hasAsked = false;
        _life = Life.Open;
    }

    /// <summary>Whoever leaves by an exception leaves a poisoned rewriter; who comes back takes the poison off again.</summary>
    private void Poison()
    {
        if (_life != Life.Open)
        {
            throw new InvalidOperationException(_life switch
            {
                Life.Poisoned => "The rewriter failed earlier on this page; what it has written must not be continued. Give the page up.",
                Life.Ended => "The page has been ended; nothing can be written to it. Begin another by the policy.",
                _ => "The rewriter has been given back. Begin a page by the policy.",
            });
        }

        _life = Life.Poisoned;
    }
}
