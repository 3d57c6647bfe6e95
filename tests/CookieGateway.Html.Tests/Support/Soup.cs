using FsCheck;
using FsCheck.Fluent;

namespace CookieGateway.Html.Tests.Support;

/// <summary>Generated pages: pieces of markup, well formed and not, strung together.</summary>
internal static class Soup
{
    private static readonly string[] Names =
    [
        "p", "div", "b", "table", "tr", "td", "select", "option", "svg", "g", "desc", "foreignObject", "math", "mi", "annotation-xml", "template",
        "col", "script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes", "noscript", "frameset", "head", "body", "html", "font", "a",
    ];

    private static readonly string[] Bits =
    [
        "<img src=x>", "<img src=\"x\" alt='>'>", "<IMG SRC = x/>", "<image src=x>", "<img alt=\"", "<img src=x", "<img '", "text", " ", "\n", "<", "</", "<!", "<!--", "-->", "--!>",
        "<!-->", "<![CDATA[", "]]>", "<?", ">", "\"", "'", "=", "/>", "/", "&lt;", "&", "-", "--", "\0", "\u00D0", "<br>", "<input src=x>", "<!doctype html>",
        "<a href='>", "<p title=\"</noscript>", "<p title='</xmp>'>", "</script", "</style ", "<script", "\\", "<svg/>", "<script src=x></script>", "<iframe srcdoc='<img src=x>'>",
        "<annotation-xml encoding=text/html>", "<font color=x>", "</p>", "</br>",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (4, Gen.Elements(Bits)),
        (4, Gen.Elements(Names).Select(name => $"<{name}>")),
        (3, Gen.Elements(Names).Select(name => $"</{name}>")),
        (1, Gen.Elements(Names).Select(name => $"<{name}/>")));

    /// <summary>Soup without whatever makes a reader doubt: what is not changed has to come out as it went in.</summary>
    private static readonly Gen<string> PlainPiece = Gen.Elements(
        "<p>", "</p>", "<img src=x>", "<a href='y'>", "</a>", "text ", "<!-- c -->", "<br/>", "<script>a<b</script>", "<style>p{}</style>", "<title>t</title>",
        "&amp;", "<svg><path/></svg>", "<noscript><img src=x></noscript>", "<table><tr><td>", "<div onclick='x>y' data-z>", "\u00D0\u00FF", "<textarea><p></textarea>");

    public static Arbitrary<string> Any { get; } = Arb.From(Join(Piece));

    public static Arbitrary<string> Plain { get; } = Arb.From(Join(PlainPiece));

    private static Gen<string> Join(Gen<string> piece) => piece.ListOf().Select(pieces => string.Concat(pieces));
}
