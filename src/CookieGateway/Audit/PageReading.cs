using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;

namespace CookieGateway.Audit;

/// <summary>What one page would make a browser load, and where its links lead on the same site.</summary>
internal sealed class PageReading
{
    private static readonly string[] NotPages =
        [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".zip", ".doc", ".docx", ".xls", ".xlsx", ".mp4", ".mp3", ".css", ".js", ".xml"];

    private PageReading(Uri address, string? language) => (Address, Language) = (address, language);

    public Uri Address { get; }

    public string? Language { get; }

    public List<SeenRequest> Requests { get; } = [];

    public List<Uri> Links { get; } = [];

    public static async Task<PageReading> ReadAsync(FetchedPage page, TrackerJudge judge, CancellationToken cancellation)
    {
        // Without scripting the parser reads what stands in noscript: pixels for browsers without JavaScript are trackers too.
        using var source = new MemoryStream(page.Body);
        var document = await new HtmlParser().ParseDocumentAsync(source, cancellation);
        var address = Uri.TryCreate(page.Address, document.QuerySelector("base[href]")?.GetAttribute("href") ?? "", out var found)
            ? found
            : page.Address;
        var reading = new PageReading(page.Address, document.DocumentElement.GetAttribute("lang")?.Split('-')[0].ToLowerInvariant());
        foreach (var element in document.All)
        {
            foreach (var (value, kind, vector) in PageAddresses.Of(element))
            {
                reading.Add(address, value, kind, vector, judge);
            }

            if (element is IHtmlScriptElement { Source: null or "" } script && IsCode(script.Type))
            {
                reading.AddInline(script.Text, judge);
            }
            else if (element is IHtmlAnchorElement && element.GetAttribute("href") is { } link)
            {
                reading.AddLink(address, link);
            }
        }

        return reading;
    }

    private static bool IsCode(string? type) =>
        string.IsNullOrEmpty(type) || type is "module" || type.Contains("javascript", StringComparison.OrdinalIgnoreCase);

    private void Add(Uri baseAddress, string value, RequestKind kind, string vector, TrackerJudge judge)
    {
        if (!Uri.TryCreate(baseAddress, value.Trim(), out var url) || url.Scheme is not ("http" or "https") || url.IdnHost.Length == 0)
        {
            return;
        }

        var host = url.IdnHost.ToLowerInvariant();
        var verdict = judge.OfRequest(Encoding.ASCII.GetBytes(host), Encoding.UTF8.GetBytes(url.PathAndQuery), kind);
        Requests.Add(new SeenRequest(host, vector, Address.AbsolutePath, verdict.Kind, verdict.Tracker));
    }

    private void AddInline(string text, TrackerJudge judge)
    {
        var verdict = InlineScripts.Judge(Encoding.UTF8.GetBytes(text), judge);
        if (verdict.Kind is not (InlineKind.TrackerOnly or InlineKind.Mixed))
        {
            return;
        }

        for (var index = 0; index < verdict.Trackers.Count; index++)
        {
            Requests.Add(new SeenRequest("", "inline", Address.AbsolutePath, VerdictKind.Tracker, verdict.Trackers[index]));
        }
    }

    private void AddLink(Uri baseAddress, string link)
    {
        if (Uri.TryCreate(baseAddress, link, out var url) && url.Scheme is "http" or "https"
            && !NotPages.Any(ending => url.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            Links.Add(new UriBuilder(url) { Fragment = "" }.Uri);
        }
    }
}
