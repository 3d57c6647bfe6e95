using System.Text.RegularExpressions;

namespace CookieGateway.Demo.Clinics.Pages;

/// <summary>A clinic's folder: layouts, the parts that layouts include as {{> file.html}}, and pages/, read once.</summary>
internal sealed partial class PageFolder
{
    private readonly Dictionary<(string Subdomain, string Path), PageFile> _pages;

    private PageFolder(IEnumerable<PageFile> pages) =>
        _pages = pages.ToDictionary(page => (page.Subdomain, page.Path));

    /// <summary>All pages that a visitor can open without having done something before.</summary>
    public IEnumerable<PageFile> Open => _pages.Values.Where(page => page.Setting("visible") != "later");

    public PageFile? Find(string subdomain, string path) =>
        _pages.GetValueOrDefault((subdomain, path.Length > 1 ? path.TrimEnd('/') : path));

    public static PageFolder Read(string folder)
    {
        var pages = Path.Combine(folder, "pages");
        return new PageFolder(Directory.EnumerateFiles(pages, "*.html", SearchOption.AllDirectories)
            .Select(file => PageFile.Parse(
                PathOf(Path.GetRelativePath(pages, file)), WithParts(folder, File.ReadAllText(file)), Layout)));

        Template Layout(string name) => new(name == "none"
            ? "{{{content}}}"
            : WithParts(folder, File.ReadAllText(Path.Combine(folder, name))));
    }

    /// <summary>pages/index.html is "/", pages/kk/index.html is "/kk", pages/prices.html is "/prices"; "~" keeps apart
    /// two pages of one address on two subdomains.</summary>
    private static string PathOf(string file)
    {
        var path = "/" + file.Replace('\\', '/')[..^".html".Length].Split('~')[0];
        return path switch
        {
            "/index" => "/",
            _ when path.EndsWith("/index", StringComparison.Ordinal) => path[..^"/index".Length],
            _ => path,
        };
    }

    private static string WithParts(string folder, string text) => Part().Replace(text, part =>
        part.Groups["file"].Value is var file && file.EndsWith(".md", StringComparison.Ordinal)
            ? PolicyText.ToHtml(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", file)))
            : WithParts(folder, File.ReadAllText(Path.Combine(folder, file)).TrimEnd('\n')));

    [GeneratedRegex(@"\{\{> (?<file>[\w.-]+)\}\}")]
    private static partial Regex Part();
}
