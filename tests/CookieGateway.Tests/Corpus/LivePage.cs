#pragma warning disable CA5350 // The corpus names inline scripts by SHA-1; nothing rests on its strength.
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CookieGateway.Tests.Corpus;

/// <summary>What of a page would be requested or run, as a parser of its own sees it: by a browser with scripting and by one without.</summary>
internal sealed partial class LivePage
{
    private static readonly string[] Fetched = ["src", "href", "srcset", "imagesrcset", "poster", "background", "data", "action", "codebase", "xlink:href", "value", "content", "icon", "style"];

    private readonly Uri _base;

    public LivePage(string html)
    {
        // Scripting off: what stands in noscript is markup then, and everything else is the same.
        Document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        _base = new Uri("https://clinic.example/");
        if (Document.QuerySelector("base[href]")?.GetAttribute("href") is { } href && Uri.TryCreate(_base, href, out var based) && based.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            _base = based;
        }

        foreach (var element in All(Document))
        {
            Take(element);
        }
    }

    public IDocument Document { get; }

    /// <summary>Addresses by vector: "script[src]" and so on, and "any" for every attribute that is not kept for a release.</summary>
    public Dictionary<string, HashSet<string>> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>The first twelve digits of the SHA-1 of each inline script that a browser or an optimizer would run.</summary>
    public HashSet<string> Scripts { get; } = new(StringComparer.Ordinal);

    public bool Has(string vector, string url) => Addresses.TryGetValue(vector, out var all) && all.Contains(url);

    public static string Digest(string text) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static IEnumerable<IElement> All(INode root) =>
        root.Descendants<IElement>().SelectMany(element =>
            element is AngleSharp.Html.Dom.IHtmlTemplateElement template ? [element, .. All(template.Content)] : (IEnumerable<IElement>)[element]);

    private void Take(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("data-cg-", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var url in UrlsOf(attribute.Name, attribute.Value))
            {
                Add("any", url);
                if (attribute.Name.StartsWith("data-", StringComparison.Ordinal))
                {
                    Add("lazy-attr", url);
                }
                else if (Fetched.Contains(attribute.Name) && !(element.LocalName == "script" && element.GetAttribute("type") == "text/plain"))
                {
                    Add(element.LocalName + "[" + attribute.Name + "]", url);
                }
            }
        }

        if (element.LocalName == "style")
        {
            AddCss(element.TextContent);
        }
        else if (element.LocalName == "script" && element.GetAttribute("type") != "text/plain")
        {
            var source = element.GetAttribute("src");
            Scripts.Add(Digest(source is null || !source.StartsWith("data:", StringComparison.Ordinal) ? element.TextContent : DecodeData(source)));
        }
    }

    private IEnumerable<string> UrlsOf(string name, string value)
    {
        if (name == "style")
        {
            AddCss(value);
            return [];
        }

        return name.EndsWith("srcset", StringComparison.Ordinal)
            ? value.Split(',').Select(part => Resolve(part.Trim().Split(' ')[0])).OfType<string>()
            : Resolve(value) is { } url ? [url] : [];
    }

    private void AddCss(string css)
    {
        foreach (Match match in CssUrl().Matches(css))
        {
            if (Resolve(match.Groups[1].Value.Trim(' ', '"', '\'')) is { } url)
            {
                Add("any", url);
            }
        }
    }

    private string? Resolve(string value) =>
        value.Length is > 0 and < 65_000 && Uri.TryCreate(_base, value.Trim(), out var url) ? Normal(url.AbsoluteUri) : null;

    public static string Normal(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? Uri.UnescapeDataString(parsed.AbsoluteUri) : url;

    private static string DecodeData(string source)
    {
        var comma = source.IndexOf(',', StringComparison.Ordinal);
        var data = Uri.UnescapeDataString(source[(comma + 1)..]);
        return source[..comma].EndsWith(";base64", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(data)) : data;
    }

    private void Add(string vector, string url)
    {
        if (!Addresses.TryGetValue(vector, out var all))
        {
            Addresses[vector] = all = new HashSet<string>(StringComparer.Ordinal);
        }

        all.Add(url);
    }

    [GeneratedRegex("""(?:url\(|@import\s+)\s*("[^"]*"|'[^']*'|[^)"']*)""")]
    private static partial Regex CssUrl();
}
