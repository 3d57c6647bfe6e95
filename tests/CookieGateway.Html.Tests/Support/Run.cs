using System.Buffers;
using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Tests.Support;

/// <summary>Runs pages through the rewriter, whole or in pieces. Strings stand for bytes one to one (Latin-1).</summary>
internal static class Run
{
    public static string Rewrite<TPage>(this HtmlPolicy<TPage> policy, TPage page, string html, params ReadOnlySpan<int> cuts) =>
        Text(policy.RewriteBytes(page, Bytes(html), cuts));

    public static byte[] RewriteBytes<TPage>(this HtmlPolicy<TPage> policy, TPage page, ReadOnlySpan<byte> html, params ReadOnlySpan<int> cuts) =>
        policy.RewriteBytes(page, html, HtmlOptions.Default, cuts);

    public static byte[] RewriteBytes<TPage>(
        this HtmlPolicy<TPage> policy, TPage page, ReadOnlySpan<byte> html, HtmlOptions options, params ReadOnlySpan<int> cuts)
    {
        var output = new ArrayBufferWriter<byte>();
        using var rewriter = policy.Begin(page, output, options);
        var from = 0;
        foreach (var cut in cuts)
        {
            rewriter.Write(html[from..cut]);
            from = cut;
        }

        rewriter.Write(html[from..]);
        rewriter.End();
        return output.WrittenSpan.ToArray();
    }

    public static byte[] RewriteInPieces<TPage>(this HtmlPolicy<TPage> policy, TPage page, ReadOnlySpan<byte> html, int size, HtmlOptions? options = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using var rewriter = policy.Begin(page, output, options ?? HtmlOptions.Default);
        for (; html.Length > size; html = html[size..])
        {
            rewriter.Write(html[..size]);
        }

        rewriter.Write(html);
        rewriter.End();
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Bytes(string html) => Encoding.Latin1.GetBytes(html);

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
