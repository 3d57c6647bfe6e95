using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Rewriting;

/// <summary>Collects handlers, in the order in which they are called for one element; <see cref="Build"/> makes the policy.</summary>
public sealed class HtmlPolicyBuilder<TPage>
{
    private const int MostStartTagHandlers = 64;
    private const int MostOthers = 32;
    private readonly List<ElementHandler<TPage>> _startTags = [];
    private readonly List<EndTagHandler<TPage>> _endTags = [];
    private readonly List<TextInterest<TPage>> _rawTexts = [];
    private readonly List<TextHandler<TPage>> _texts = [];
    private readonly List<CommentHandler<TPage>> _comments = [];
    private readonly List<PageEndHandler<TPage>> _pageEnds = [];
    private readonly TagTable _tags = new();
    private readonly AttributeTable _attributes = new();
    private TagRecall<TPage>? _recall;
    private TagSettled<TPage>? _settled;
    private ulong _anyElement;
    private uint _anyEndTag;
    private bool _built;

    /// <summary>Calls the handler for every start tag with one of these names, given in lower case.</summary>
    public HtmlPolicyBuilder<TPage> OnElement(ElementHandler<TPage> handler, params ReadOnlySpan<string> names)
    {
        var bit = StartTagBit(handler);
        foreach (var name in names)
        {
            _tags.For(name).StartTag |= bit;
        }

        return this;
    }

    /// <summary>Calls the handler for every start tag. It is costly: <see cref="Element.Mute"/> ends it for the page.</summary>
    public HtmlPolicyBuilder<TPage> OnAnyElement(ElementHandler<TPage> handler)
    {
        _anyElement |= StartTagBit(handler);
        return this;
    }

    /// <summary>Calls the handler for every start tag but those with one of these names, given in lower case; it is as costly.</summary>
    public HtmlPolicyBuilder<TPage> OnAnyElementBut(ElementHandler<TPage> handler, params ReadOnlySpan<string> names)
    {
        var bit = StartTagBit(handler);
        _anyElement |= bit;
        foreach (var name in names)
        {
            _tags.For(name).Spared |= bit;
        }

        return this;
    }

    /// <summary>
    /// Calls the handler once for every start tag that carries one of these attributes, given in lower case; a name that ends
    /// with <c>*</c> stands for all that begin so: <c>on*</c>, <c>data-*</c>.
    /// </summary>
    public HtmlPolicyBuilder<TPage> OnAttribute(ElementHandler<TPage> handler, params ReadOnlySpan<string> names) =>
        OnAttribute(handler, wanted: null, names);

    /// <summary>
    /// Calls the handler once for every start tag that carries one of these attributes with a value that <paramref name="wanted"/> says
    /// yes to: a cheap look at bytes that spares most tags the handler. Character references in them are not decoded.
    /// </summary>
    public HtmlPolicyBuilder<TPage> OnAttribute(ElementHandler<TPage> handler, AttributeFilter? wanted, params ReadOnlySpan<string> names)
    {
        var bit = StartTagBit(handler);
        foreach (var name in names)
        {
            _attributes.Add(name, bit, wanted);
        }

        return this;
    }

    /// <summary>
    /// Calls the handler when the whole text of such an element is known: script, style, title, textarea, iframe, noembed, noframes, xmp.
    /// Element handlers have been called before it. Where <paramref name="wanted"/> says no, the text streams by.
    /// </summary>
    public HtmlPolicyBuilder<TPage> OnRawText(RawTextHandler<TPage> handler, ElementFilter<TPage>? wanted, params ReadOnlySpan<string> names)
    {
        var bit = 1u << Room(_rawTexts.Count, MostOthers, "raw-text handlers");
        _rawTexts.Add(new TextInterest<TPage>(wanted, handler));
        foreach (var name in names)
        {
            ref var entry = ref _tags.For(name);
            if (entry.Text is TextKind.None or TextKind.PlainText)
            {
                throw new ArgumentException($"A raw-text handler asks for \"{name}\", whose content is markup. Raw text is in script, style, title, textarea, iframe, noembed, noframes and xmp.");
            }

            entry.RawText |= bit;
        }

        return this;
    }

    /// <summary>Calls the handler for every end tag with one of these names.</summary>
    public HtmlPolicyBuilder<TPage> OnEndTag(EndTagHandler<TPage> handler, params ReadOnlySpan<string> names)
    {
        var bit = 1u << Room(_endTags.Count, MostOthers, "end-tag handlers");
        _endTags.Add(handler);
        foreach (var name in names)
        {
            _tags.For(name).EndTag |= bit;
        }

        return this;
    }

    /// <summary>Calls the handler for every end tag. It is costly: <see cref="EndTag.Mute"/> ends it for the page.</summary>
    public HtmlPolicyBuilder<TPage> OnAnyEndTag(EndTagHandler<TPage> handler)
    {
        _anyEndTag |= 1u << Room(_endTags.Count, MostOthers, "end-tag handlers");
        _endTags.Add(handler);
        return this;
    }

    /// <summary>Calls the handler for pieces of text between tags; not for the text of raw-text elements.</summary>
    public HtmlPolicyBuilder<TPage> OnText(TextHandler<TPage> handler)
    {
        _texts.Add(handler);
        return this;
    }

    /// <summary>Calls the handler for every comment, which is held back until it is whole.</summary>
    public HtmlPolicyBuilder<TPage> OnComment(CommentHandler<TPage> handler)
    {
        _comments.Add(handler);
        return this;
    }

    /// <summary>Calls the handler when the page has ended.</summary>
    public HtmlPolicyBuilder<TPage> OnPageEnd(PageEndHandler<TPage> handler)
    {
        _pageEnds.Add(handler);
        return this;
    }

    /// <summary>
    /// Spares tags that come again and again being taken apart: <paramref name="recall"/> is asked before, <paramref name="settled"/> is
    /// told afterwards. Both hear only of tags whose bytes and namespace say what they mean: in HTML or SVG, outside of noscript, and not while a
    /// handler for any element listens, an end tag is waited for, or content is being removed.
    /// </summary>
    public HtmlPolicyBuilder<TPage> RememberTags(TagRecall<TPage> recall, TagSettled<TPage> settled)
    {
        (_recall, _settled) = (recall, settled);
        return this;
    }

    /// <summary>Makes the immutable policy. The builder is used up.</summary>
    public HtmlPolicy<TPage> Build()
    {
        ObjectDisposedException.ThrowIf(_built, this);
        _built = true;

        // The tree builder makes an img of an image. "Don't ask." https://html.spec.whatwg.org/#parsing-main-inbody
        _tags.For("image").StartTag |= _tags.For("img").StartTag;
        return new HtmlPolicy<TPage>(new PolicyParts<TPage>
        {
            Tags = _tags,
            Attributes = _attributes,
            AnyElement = _anyElement,
            AnyEndTag = _anyEndTag,
            StartTagHandlers = [.. _startTags],
            EndTagHandlers = [.. _endTags],
            RawTextHandlers = [.. _rawTexts],
            TextHandlers = [.. _texts],
            CommentHandlers = [.. _comments],
            PageEndHandlers = [.. _pageEnds],
            Recall = _recall,
            Settled = _settled,
        });
    }

    private ulong StartTagBit(ElementHandler<TPage> handler)
    {
        var bit = 1UL << Room(_startTags.Count, MostStartTagHandlers, "handlers of start tags");
        _startTags.Add(handler);
        return bit;
    }

    private static int Room(int count, int most, string what) => count < most
        ? count
        : throw new InvalidOperationException($"A policy has more than {most} {what}. Let one handler serve several names.");
}
