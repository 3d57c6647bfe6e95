namespace CookieGateway.Html.Tokenizing;

/// <summary>What the tree builder knows of a tag's name, as far as reading the page depends on it.</summary>
[Flags]
internal enum TagTraits : ushort
{
    None = 0,

    /// <summary>Has no content and no end tag. https://html.spec.whatwg.org/#void-elements, and the obsolete ones that are parsed alike.</summary>
    Void = 1,

    /// <summary>svg and math begin foreign content.</summary>
    ForeignRoot = 2,

    /// <summary>Ends foreign content. https://html.spec.whatwg.org/#parsing-main-inforeign</summary>
    Breakout = 4,

    /// <summary>select: older browsers ignore most start tags in it.</summary>
    Select = 8,

    /// <summary>frameset: from there on most start tags are ignored.</summary>
    Frameset = 16,

    /// <summary>noscript: text for one browser and markup for another.</summary>
    Noscript = 32,

    /// <summary>Is text in the same way whether in a select or not: script, textarea.</summary>
    SameInSelect = 64,

    /// <summary>Is text in the same way whether in a frameset or not: noframes.</summary>
    SameInFrameset = 128,

    /// <summary>font: breaks out of foreign content if it carries color, face or size.</summary>
    BreakoutIfStyled = 256,

    /// <summary>A scope that end tags of outer elements do not reach into, so that they are ignored in it.</summary>
    Scope = 512,

    /// <summary>template: content with rules of its own.</summary>
    Template = 1024,

    /// <summary>col: within a template it makes the browser ignore most start tags after it.</summary>
    Column = 2048,

    /// <summary>Those that change how the tags after them are read.</summary>
    Followed = ForeignRoot | Select | Frameset | Noscript | Template | Column,
}
