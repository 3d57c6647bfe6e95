using System.Text;

namespace CookieGateway.Benchmarks;

/// <summary>Pages made to be expensive.</summary>
internal static class HostilePages
{
    private const int Length = 1 << 20;

    public static IReadOnlyList<(string Name, byte[] Page)> All { get; } =
    [
        ("nested tags", Repeat("<b>")),
        ("nested paragraphs", Repeat("<b><p>")),
        ("one tag of many attributes", Whole("<a ", "name=value ", ">")),
        ("20,000 attributes", Repeat("<a " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i} ")) + ">")),
        ("less-than signs", Repeat("<")),
        ("25,000 nested tags", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div class='a'>text of some length, as in a page", 25_000)) + string.Concat(Enumerable.Repeat("</div>", 25_000)))),
        ("one attribute that a handler wants", Whole("<p style='(", "x", "'>")),
        ("one address", Whole("<img src='", "x/", "'>")),
        ("end tags of nothing", Repeat("</")),
        ("one attribute", Whole("<a title='", "x", "'>")),
        ("a comment never closed", Whole("<!--", "- -> ", "")),
        ("a script never closed", Whole("<script>", "<!--<script>", "")),
        ("noscripts that cut tags", Repeat("<noscript><p title='</noscript>")),
        ("an svg full of CDATA", Whole("<svg>", "<![CDATA[]]>", "")),
        ("ambiguous text", Whole("<select><xmp>", "<b>", "")),
    ];

    private static byte[] Repeat(string piece) => Whole("", piece, "");

    private static byte[] Whole(string beginning, string piece, string end) =>
        Encoding.ASCII.GetBytes(beginning + string.Concat(Enumerable.Repeat(piece, (Length / piece.Length) + 1)) + end);
}
