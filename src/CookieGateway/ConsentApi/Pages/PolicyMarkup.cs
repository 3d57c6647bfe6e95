using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CookieGateway.ConsentApi.Pages;

/// <summary>
/// A policy's text as markup. Of Markdown it knows what such texts use (headings, lists, paragraphs, emphasis); everything else is text,
/// so that a file can never bring markup of its own.
/// </summary>
internal static partial class PolicyMarkup
{
    public static string Of(string text)
    {
        var html = new StringBuilder();
        string? list = null;
        var paragraph = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Append(""))
        {
            var (item, tag) = ItemOf(line);
            if (line.Length == 0 || tag is not null || line.StartsWith('#'))
            {
                EndParagraph(html, paragraph);
            }

            if (list is not null && tag != list && line.Length > 0)
            {
                html.Append("</").Append(list).Append('>');
                list = null;
            }

            if (line.StartsWith('#'))
            {
                var level = Math.Min(line.TakeWhile(c => c == '#').Count(), 4);
                html.Append("<h").Append((char)('0' + level)).Append('>').Append(Inline(line.TrimStart('#').Trim())).Append("</h").Append((char)('0' + level)).Append('>');
            }
            else if (tag is not null)
            {
                html.Append(list is null ? $"<{tag}>" : "").Append("<li>").Append(Inline(item)).Append("</li>");
                list = tag;
            }
            else if (line.Length > 0)
            {
                paragraph.Add(line);
            }
        }

        return list is null ? html.ToString() : html.Append("</").Append(list).Append('>').ToString();
    }

    // Policies number their clauses by hand ("3.3.1"), and a browser's own counting would change the law's numbers: only bullets are lists.
    private static (string Item, string? Tag) ItemOf(string line) =>
        line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) ? (line[2..], "ul") : (line, null);

    private static void EndParagraph(StringBuilder html, List<string> paragraph)
    {
        if (paragraph.Count > 0)
        {
            html.Append("<p>").Append(Inline(string.Join(' ', paragraph))).Append("</p>");
            paragraph.Clear();
        }
    }

    private static string Inline(string text) =>
        Emphasis().Replace(Strong().Replace(WebUtility.HtmlEncode(text), "<strong>$1</strong>"), "<em>$1</em>");

    [GeneratedRegex(@"\*\*(\S.*?\S|\S)\*\*")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<!\w)_(\S.*?\S|\S)_(?!\w)")]
    private static partial Regex Emphasis();
}
