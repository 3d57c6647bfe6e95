using AngleSharp.Html.Parser;
using AngleSharp.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Benchmarks;

/// <summary>What is compared.</summary>
internal static class Contenders
{
    private static readonly Sink Output = new();
    private static readonly MeasuredPage Page = new();
    private static readonly HtmlPolicy<MeasuredPage> NoHandlers = new HtmlPolicyBuilder<MeasuredPage>().Build();
    private static readonly HtmlOptions Options = new() { MemoryLimit = 8 << 20 };
    private static readonly HtmlParser Parser = new();

    public static IReadOnlyList<(string Name, Action<byte[]> Run)> All { get; } =
    [
        ("memory copy", page => page.CopyTo(Output.Clear().GetSpan(page.Length))),
        ("vectorised scan for '<'", Scan),

        // The policy that the program runs before those that it does not: the compiler makes fast what it has seen, and shares the code.
        ("rewriter, the gateway's whole page policy, pages met again", GatewayPages.Rewrite),
        ("rewriter, the gateway's whole page policy, pages never met", GatewayPages.RewriteUnseen),
        ("rewriter, no handlers", page => Rewrite(NoHandlers, page, page.Length)),
        ("rewriter, no handlers, pieces of 4 KiB", page => Rewrite(NoHandlers, page, 4096)),
        ("rewriter, representative policy", Representative),
        ("rewriter, representative policy, pieces of 4 KiB", page => Rewrite(RepresentativePolicy.All, page, 4096)),
        ("AngleSharp's tokenizer", Tokenize),
        ("AngleSharp's DOM, parsed and serialised", Parse),
    ];

    public static void Scan(byte[] page)
    {
        ReadOnlySpan<byte> rest = page;
        for (var next = rest.IndexOf((byte)'<'); next >= 0; next = rest.IndexOf((byte)'<'))
        {
            rest = rest[(next + 1)..];
        }
    }

    public static void Representative(byte[] page) => Rewrite(RepresentativePolicy.All, page, page.Length);

    private static void Rewrite(HtmlPolicy<MeasuredPage> policy, byte[] page, int pieces)
    {
        Page.Urls.Start(https: true, "clinic.example"u8, "/"u8);
        using var rewriter = policy.Begin(Page, Output.Clear(), Options);
        for (var at = 0; at < page.Length; at += pieces)
        {
            rewriter.Write(page.AsSpan(at, Math.Min(pieces, page.Length - at)));
        }

        rewriter.End();
    }

    private static void Tokenize(byte[] page)
    {
        using var source = new TextSource(System.Text.Encoding.UTF8.GetString(page));
        foreach (var token in source.Tokenize(new HtmlTokenizerOptions(new HtmlParserOptions())))
        {
            _ = token.Type;
        }
    }

    private static void Parse(byte[] page)
    {
        using var document = Parser.ParseDocument(System.Text.Encoding.UTF8.GetString(page));
        _ = document.DocumentElement.OuterHtml;
    }
}
