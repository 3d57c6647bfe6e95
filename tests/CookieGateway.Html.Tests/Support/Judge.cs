using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CookieGateway.Html.Tests.Support;

/// <summary>Reads what <see cref="Policies.Holding"/> has written with a parser that builds the whole tree, as browsers with and without scripting do.</summary>
internal static class Judge
{
    private const string Live = "img[src], image[src], input[src], iframe[src], script[src], object, embed, frame";

    /// <summary>
    /// False for what AngleSharp reads otherwise than every edition of the standard: after a self-closed svg or math it goes on to take
    /// CDATA for a section, it lets a <c>&lt;![CDATA[&gt;</c> go on to the next <c>&gt;</c>, an option or the end of a paragraph keeps a select open,
    /// and it makes of isindex, which the standard has dropped, an input with the same attributes.
    /// </summary>
    public static bool CanJudge(string page)
    {
        bool Has(string markup) => page.Contains(markup, StringComparison.OrdinalIgnoreCase);
        return !(Has("<![CDATA[") && (Has("<![CDATA[>") || Has("<svg/") || Has("<math/")))
            && !(Has("<select") && (Has("<option") || Has("<p")))
            && !Has("<isindex");
    }

    /// <summary>The elements that could load something; empty when all is well.</summary>
    public static string LiveIn(string page) => CanJudge(page) ? LiveIn(page, scripting: true) + LiveIn(page, scripting: false) : "";

    private static string LiveIn(string page, bool scripting)
    {
        try
        {
            using var document = new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument(page);
            return string.Concat(Everything(document).Where(element => element.Matches(Live)).Select(element => element.OuterHtml));
        }
        catch (NullReferenceException)
        {
            // AngleSharp 1.10.3 itself falls over a few arrangements of select and table.
            return "";
        }
    }

    private static IEnumerable<IElement> Everything(IParentNode root) => root.QuerySelectorAll("*")
        .SelectMany(element => element is IHtmlTemplateElement template ? Everything(template.Content).Prepend(element) : [element]);
}
