namespace CookieGateway.Demo.Clinics.Pages;

/// <summary>
/// One page of a clinic: a file in pages/ whose first lines are settings ("title: …"), then "---", then its HTML.
/// "subdomain" says where it lives; "charset", "encoding" and "delivery" how it is sent.
/// </summary>
internal sealed record PageFile(string Path, IReadOnlyDictionary<string, string> Settings, Template Html)
{
    public string Title => Setting("title");

    public string Subdomain => Setting("subdomain");

    public static PageFile Parse(string path, string text, Func<string, Template> layouts)
    {
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new FormatException($"The page {path} has no line \"---\" after its settings. Add one before its HTML.");
        }

        var settings = text[..end].Split('\n')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "");
        return new PageFile(path, settings, layouts(settings.GetValueOrDefault("layout", "layout.html")).Around(text[(end + 5)..]));
    }

    public string Setting(string name) => Settings.GetValueOrDefault(name, "");

    public string Fill(PageValues values) => Html.Fill(values);
}
