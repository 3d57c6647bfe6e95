using System.Net;
using System.Text.RegularExpressions;

namespace CookieGateway.Demo.Clinics.Pages;

/// <summary>HTML with {{name}} for a text and {{{name}}} for markup. A value that nobody gave is empty.</summary>
internal sealed partial record Template(string Text)
{
    /// <summary>Puts a page's own HTML at the layout's {{{content}}}.</summary>
    public Template Around(string content) => new(Text.Replace("{{{content}}}", content, StringComparison.Ordinal));

    public string Fill(PageValues values) => Placeholder().Replace(Text, hole =>
    {
        var value = values.GetValueOrDefault(hole.Groups["name"].Value, "");
        return hole.Value.StartsWith("{{{", StringComparison.Ordinal) ? value : Encode(value);
    });

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"\{\{\{(?<name>[a-z-]+)\}\}\}|\{\{(?<name>[a-z-]+)\}\}")]
    private static partial Regex Placeholder();
}
