using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Tests.Conformance;

/// <summary>Writes down the tags of a page as the rewriter sees them.</summary>
internal static class TagLog
{
    private static readonly HtmlPolicy<List<string>> Policy = new HtmlPolicyBuilder<List<string>>()
        .OnAnyElement(static (log, element) =>
        {
            var attributes = new List<(string Name, string Value)>();
            foreach (var attribute in element.Attributes)
            {
                attributes.Add((Text(attribute.SpelledName), Text(attribute.Value)));
            }

            log.Add(Start(Text(element.SpelledName), attributes));
        })
        .OnAnyEndTag(static (log, tag) => log.Add(End(Text(tag.SpelledName))))
        .Build();

    public static string Of(string html) => Of(Encoding.UTF8.GetBytes(html));

    public static string Of(ReadOnlySpan<byte> html)
    {
        var log = new List<string>();
        using var rewriter = Policy.Begin(log, new System.Buffers.ArrayBufferWriter<byte>());
        rewriter.Write(html);
        rewriter.End();
        return string.Join(' ', log);
    }

    /// <summary>One spelling for both sides: a browser lower-cases ASCII, makes U+FFFD of NUL and one line feed of a line's end.</summary>
    public static string Start(string name, IEnumerable<(string Name, string Value)> attributes) =>
        $"<{Lower(name)}{string.Concat(attributes.DistinctBy(a => Lower(a.Name)).Select(a => $" {Lower(a.Name)}=\"{Plain(a.Value)}\""))}>";

    public static string End(string name) => $"</{Lower(name)}>";

    private static string Lower(string name) => string.Concat(Plain(name).Select(c => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c));

    private static string Plain(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD');

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
