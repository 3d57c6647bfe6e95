using AngleSharp.Dom;

namespace CookieGateway.Tests.Corpus;

/// <summary>What a page means to its reader and to machines: links, forms, data blocks, text. What the gateway puts in is left out.</summary>
internal sealed class PageMeaning
{
    private static readonly string[] Controls = ["form", "input", "select", "option", "textarea", "button", "label", "fieldset"];

    public PageMeaning(IDocument document)
    {
        foreach (var inserted in document.QuerySelectorAll("[id^=cg-], [data-cg-placeholder] > :not([data-cg-purpose]), [src*='/_consent/assets/']").ToList())
        {
            inserted.Remove();
        }

        var all = document.All.ToList();
        Links = [.. all.Where(element => element.LocalName is "a" or "area" && element.HasAttribute("href")).Select(Tag)];
        Forms = [.. all.Where(element => Controls.Contains(element.LocalName) && !element.HasAttribute("data-cg-purpose")).Select(Tag)];
        Data = [.. all.Where(IsData).Select(script => $"{script.GetAttribute("type")}: {script.TextContent}")];
        Templates = [.. all.OfType<AngleSharp.Html.Dom.IHtmlTemplateElement>().Select(template => template.Content.TextContent)];
        Text = string.Concat(document.Descendants<IText>().Where(text => text.ParentElement is not { LocalName: "script" or "style" }).Select(text => text.Data));
    }

    public IReadOnlyList<string> Links { get; }

    /// <summary>Forms and their controls, but for images that are held.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>JSON-LD, templates of scripts, state: whatever stands in a script element and is no script.</summary>
    public IReadOnlyList<string> Data { get; }

    public IReadOnlyList<string> Templates { get; }

    public string Text { get; }

    // What the release needs stands beside what the page says, and a held ping is no part of a link's meaning.
    private static string Tag(IElement element) => element.LocalName + string.Concat(element.Attributes
        .Where(attribute => !attribute.Name.StartsWith("data-cg-", StringComparison.Ordinal) && attribute.Name != "ping")
        .Select(attribute => $" {attribute.Name}={attribute.Value}"));

    private static bool IsData(IElement element) => element.LocalName == "script"
        && element.GetAttribute("type") is { } type
        && (type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.Contains("template", StringComparison.OrdinalIgnoreCase)
            || type.Contains("html", StringComparison.OrdinalIgnoreCase));
}
