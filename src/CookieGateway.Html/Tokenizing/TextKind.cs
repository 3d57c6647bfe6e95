namespace CookieGateway.Html.Tokenizing;

/// <summary>How the content of an element is read that is text and not markup.</summary>
internal enum TextKind : byte
{
    /// <summary>It is markup.</summary>
    None,

    /// <summary>https://html.spec.whatwg.org/#rcdata-state: title, textarea.</summary>
    Rcdata,

    /// <summary>https://html.spec.whatwg.org/#rawtext-state: style, xmp, iframe, noembed, noframes, and noscript with scripting.</summary>
    RawText,

    /// <summary>https://html.spec.whatwg.org/#script-data-state.</summary>
    ScriptData,

    /// <summary>https://html.spec.whatwg.org/#plaintext-state: nothing ends it.</summary>
    PlainText,

    /// <summary>script and style in SVG: read in the data state, CDATA sections included, but their content is no markup that may act.</summary>
    Foreign,
}
