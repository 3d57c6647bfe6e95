using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Lists;
using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Urls;

namespace CookieGateway.Benchmarks;

/// <summary>The verdicts on all addresses that the pages name: what one costs when nothing is remembered.</summary>
internal sealed class Addresses
{
    private readonly List<(byte[] Host, byte[] Target, RequestKind Kind)> _all = [];

    public Addresses(IEnumerable<byte[]> pages)
    {
        var policy = new HtmlPolicyBuilder<UrlReader>()
            .OnAttribute((urls, element) => Take(urls.Read(element.Value("src"u8)), element.Is("script"u8) ? RequestKind.Script : RequestKind.Image), "src")
            .OnAttribute((urls, element) => Take(urls.Read(element.Value("href"u8)), RequestKind.Stylesheet), "href")
            .Build();
        var output = new Sink();
        foreach (var page in pages)
        {
            var urls = new UrlReader();
            urls.Start(https: true, "clinic.example"u8, "/"u8);
            using var rewriter = policy.Begin(urls, output.Clear(), new HtmlOptions { MemoryLimit = 8 << 20 });
            rewriter.Write(page);
            rewriter.End();
        }
    }

    public int Count => _all.Count;

    /// <summary>A judge by the catalog, and by the lists that the folder holds.</summary>
    public static TrackerJudge JudgeWith(string? folder) => new(TrackerCatalog.BuiltIn, new TrackerRules
    {
        OwnHosts = ["clinic.example"],
        Lists = folder is null ? [] : [.. Directory.GetFiles(folder, "*.txt").Order().Select(file => FilterList.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))],
    });

    public void Judge(TrackerJudge judge)
    {
        foreach (var (host, target, kind) in _all)
        {
            judge.OfRequest(host, target, kind);
        }
    }

    private void Take(PageUrl url, RequestKind kind)
    {
        if (url.Kind is UrlKind.Http or UrlKind.Https)
        {
            _all.Add((url.Host.ToArray(), url.Target.ToArray(), kind));
        }
    }
}
