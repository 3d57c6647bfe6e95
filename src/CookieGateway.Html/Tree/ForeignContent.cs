using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Tree;

/// <summary>
/// Follows SVG and MathML through the page: whether the reader stands in foreign content, where script is markup, CDATA exists and
/// "/&gt;" closes. A stack from the outermost svg or math on; empty, and costing nothing, everywhere else.
/// https://html.spec.whatwg.org/#parsing-main-inforeign
/// </summary>
internal sealed class ForeignContent
{
    private const int MostLevels = 256;
    private readonly ForeignLevel[] _levels = new ForeignLevel[MostLevels];
    private int _depth;
    private bool _lostCount;

    /// <summary>How many elements are open from the outermost svg or math on.</summary>
    public int Depth => _depth;

    /// <summary>False outside of svg and math, and then nothing here has to be asked.</summary>
    public bool IsActive => _depth > 0 || _lostCount;

    /// <summary>
    /// True when an end tag, or too deep a nesting, has made it a guess whether the svg or math is still open. The guess is then that
    /// it is; whoever reads on has to be right for both cases.
    /// </summary>
    public bool IsUncertain { get; private set; }

    /// <summary>Whether <c>&lt;![CDATA[</c> begins a CDATA section: in an svg or math element, integration points included.</summary>
    public bool AllowsCData => _depth > 0 && _levels[_depth - 1].Namespace != MarkupNamespace.Html;

    public void Clear()
    {
        _depth = 0;
        _lostCount = IsUncertain = false;
    }

    /// <summary>Says that the svg or math which is open here may never have begun; nothing when none is open.</summary>
    public void Doubt() => IsUncertain |= _depth > 0;

    /// <summary>Says that somebody else has lost count, for the rest of the page.</summary>
    public void MarkUncertain() => _lostCount = IsUncertain = true;

    /// <summary>Takes a start tag and says which namespace its element is in.</summary>
    public MarkupNamespace StartTag(ReadOnlySpan<byte> markup, Tag tag, ulong key, TagTraits traits)
    {
        if (_depth > 0 && !ReadsAsHtml(key))
        {
            if (!BreaksOut(markup, tag, traits))
            {
                var space = _levels[_depth - 1].Namespace;
                if (!tag.IsSelfClosing)
                {
                    Push(ForeignLevel.Of(space, key, markup, tag));
                }

                return space;
            }

            PopToHtml();
        }

        if ((traits & TagTraits.ForeignRoot) != 0)
        {
            var space = key == ForeignLevel.SvgKey ? MarkupNamespace.Svg : MarkupNamespace.MathMl;
            if (!tag.IsSelfClosing)
            {
                Push(ForeignLevel.Of(space, key, markup, tag));
            }

            return space;
        }

        // HTML within an integration point has to be popped before the integration point can be.
        if (_depth > 0 && (traits & TagTraits.Void) == 0)
        {
            Push(ForeignLevel.Html(key));
        }

        return MarkupNamespace.Html;
    }

    /// <summary>
    /// True in an svg outside of its integration points: what means nothing in HTML and does not break out means nothing here either,
    /// but that its nesting is to be told by <see cref="PlainStartTag"/> and <see cref="EndTag"/>.
    /// </summary>
    public bool IsPlainSvg => _depth > 0 && _levels[_depth - 1] is { Namespace: MarkupNamespace.Svg, IsHtmlPoint: false };

    /// <summary>Takes a start tag that is not self-closing, where <see cref="IsPlainSvg"/>.</summary>
    public void PlainStartTag(ulong key) => Push(ForeignLevel.Svg(key));

    /// <summary>Takes an end tag.</summary>
    public void EndTag(ulong key)
    {
        if (_depth > 0 && !_levels[_depth - 1].TakesHtml && (key == ForeignLevel.PKey || key == ForeignLevel.BrKey))
        {
            PopToHtml();
            return;
        }

        for (var i = _depth - 1; i >= 0; i--)
        {
            if (_levels[i].Key == key)
            {
                // With elements open in between, much depends on their kinds: an HTML end tag stops at an integration point, a foreign
                // one at HTML. In a page whose tags are paired nothing is in between.
                IsUncertain |= i < _depth - 1;
                _depth = i;
                Settle();
                return;
            }
        }

        // The end tag of an element outside: if that is open, a browser closes svg or math with it, otherwise it ignores the tag.
        IsUncertain = true;
    }

    private bool ReadsAsHtml(ulong key)
    {
        ref readonly var level = ref _levels[_depth - 1];
        return level.Namespace == MarkupNamespace.Html
            || level.IsHtmlPoint
            || (level.IsTextPoint && key != ForeignLevel.MglyphKey && !ForeignLevel.IsMalignmark(key))
            || (level.IsAnnotation && key == ForeignLevel.SvgKey);
    }

    private static bool BreaksOut(ReadOnlySpan<byte> markup, Tag tag, TagTraits traits)
    {
        if ((traits & TagTraits.BreakoutIfStyled) == 0)
        {
            return (traits & TagTraits.Breakout) != 0;
        }

        foreach (ref readonly var attribute in tag.Attributes)
        {
            var name = markup[attribute.NameStart..attribute.NameEnd];
            if (NameKey.SameName(name, "color"u8) || NameKey.SameName(name, "face"u8) || NameKey.SameName(name, "size"u8))
            {
                return true;
            }
        }

        return false;
    }

    private void PopToHtml()
    {
        while (_depth > 0 && !_levels[_depth - 1].TakesHtml)
        {
            _depth--;
        }

        Settle();
    }

    /// <summary>With the outermost svg or math closed all doubt is over, unless levels were left out of the count.</summary>
    private void Settle() => IsUncertain &= _depth > 0 || _lostCount;

    private void Push(ForeignLevel level)
    {
        if (_depth == MostLevels)
        {
            _lostCount = IsUncertain = true;
            return;
        }

        _levels[_depth++] = level;
    }
}
