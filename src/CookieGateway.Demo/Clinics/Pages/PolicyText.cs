using System.Text;

namespace CookieGateway.Demo.Clinics.Pages;

/// <summary>An operator's policy as HTML. Its files use four kinds of paragraph: "# ", "## ", "- " and plain.</summary>
internal static class PolicyText
{
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        var inList = false;
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            var item = line.StartsWith("- ", StringComparison.Ordinal);
            if (item != inList)
            {
                html.Append(item ? "<ul>\n" : "</ul>\n");
                inList = item;
            }

            html.Append(line switch
            {
                ['#', '#', ' ', .. var heading] => Element("h2", heading),
                ['#', ' ', .. var heading] => Element("h1", heading),
                ['-', ' ', .. var entry] => Element("li", entry),
                _ => Element("p", line),
            });
        }

        return html.Append(inList ? "</ul>\n" : "").ToString();
    }

    private static string Element(string name, string text) => $"<{name}>{Template.Encode(text)}</{name}>\n";
}
