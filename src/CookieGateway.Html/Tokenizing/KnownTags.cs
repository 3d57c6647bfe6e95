using static CookieGateway.Html.Tokenizing.TagTraits;

namespace CookieGateway.Html.Tokenizing;

/// <summary>The tags whose names mean something to a reader of tokens, by the standard's tree construction.</summary>
internal static class KnownTags
{
    public static readonly (string Names, TagTraits Traits, TextKind Text)[] All =
    [
        // https://html.spec.whatwg.org/#parsing-main-inbody: elements that switch the tokenizer.
        ("script", SameInSelect, TextKind.ScriptData),
        ("textarea", SameInSelect, TextKind.Rcdata),
        ("title", None, TextKind.Rcdata),
        ("style xmp iframe noembed", None, TextKind.RawText),
        ("noframes", SameInFrameset, TextKind.RawText),
        ("plaintext", None, TextKind.PlainText),
        ("noscript", Noscript, TextKind.None),

        // Void elements, and those which the tree builder pops at once although nobody calls them void.
        ("area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr", TagTraits.Void, TextKind.None),

        // What changes how the tags after it are read.
        ("svg math", ForeignRoot, TextKind.None),
        ("select", Select, TextKind.None),
        ("frameset", Frameset, TextKind.None),
        ("template", Template, TextKind.None),
        ("col", Column, TextKind.None),

        // https://html.spec.whatwg.org/#has-an-element-in-scope
        ("applet caption html marquee object select table td template th", Scope, TextKind.None),

        // https://html.spec.whatwg.org/#parsing-main-inforeign: start tags that leave SVG and MathML.
        ("b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s "
            + "small span strong strike sub sup table tt u ul var", Breakout, TextKind.None),
        ("font", BreakoutIfStyled, TextKind.None),
    ];
}
