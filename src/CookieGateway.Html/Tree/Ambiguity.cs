using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Tree;

/// <summary>
/// Names the places where browsers, or a reader without a tree, can be of two minds whether the content of an element is text.
/// It is then treated as both: text for the handlers, and no <c>&lt;</c> in it is left that could begin markup.
/// </summary>
internal sealed class Ambiguity
{
    private bool _inSelect;
    private bool _afterFrameset;
    private bool _columnInTemplate;
    private int _templates;

    /// <summary>False where no end tag can change anything here.</summary>
    public bool CanEnd => _inSelect || _templates > 0;

    /// <summary>Whether a template is open.</summary>
    public bool IsInTemplate => _templates > 0;

    /// <summary>Whether some browser ignores most start tags here; then svg and math may begin nothing.</summary>
    public bool IgnoresTags => _inSelect || _afterFrameset || _columnInTemplate;

    public void Clear()
    {
        _inSelect = _afterFrameset = _columnInTemplate = false;
        _templates = 0;
    }

    public void StartTag(TagTraits traits)
    {
        // Older browsers ignore start tags such as <style> or <xmp> in a select; the standard of 2025 no longer does.
        // A select within a select, or anything else that closes it without an end tag, only leaves us doubting for longer.
        _inSelect |= (traits & TagTraits.Select) != 0;
        _afterFrameset |= (traits & TagTraits.Frameset) != 0;
        _templates += (traits & TagTraits.Template) != 0 ? 1 : 0;
        _columnInTemplate |= _templates > 0 && (traits & TagTraits.Column) != 0;
    }

    public void EndTag(TagTraits traits)
    {
        _inSelect &= (traits & TagTraits.Select) == 0;
        _templates = Math.Max(0, _templates - ((traits & TagTraits.Template) != 0 ? 1 : 0));
        _columnInTemplate &= _templates > 0;
    }

    /// <summary>Whether some browser could take the content of such an element, which the tokenizer reads as text, for markup.</summary>
    public bool IsOf(TextKind text, TagTraits traits, ForeignContent foreign) =>
        text == TextKind.Foreign
        || foreign.IsUncertain
        || (_inSelect && (traits & TagTraits.SameInSelect) == 0)

        // https://html.spec.whatwg.org/#parsing-main-inframeset
        || (_afterFrameset && (traits & TagTraits.SameInFrameset) == 0)

        // https://html.spec.whatwg.org/#parsing-main-incolgroup: after a <col>, a template ignores all but col, template and end tags.
        || _columnInTemplate;
}
