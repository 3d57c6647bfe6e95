using System.Text;
using System.Text.Json;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Tests.Support;
using CookieGateway.Consent.Trackers;
using Xunit.Abstractions;

namespace CookieGateway.Consent.Tests.Trackers.Catalog;

/// <summary>The catalog against real pages: what their addresses are judged to be, compared with what public lists say.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const string Expectations = "corpus/EXPECT.json";

    private static readonly TrackerJudge Judge = new(TrackerCatalog.BuiltIn, new TrackerRules
    {
        OwnHosts = ["clinic.example"],
        Unclassified = UnknownRule.Report,
    });

    [NeedsShared(Expectations)]
    public void Nearly_every_tracker_of_the_pages_is_known()
    {
        var requests = Read("mustWithhold").Concat(Read("delayedByOptimizer")).ToList();
        var missed = requests.Where(request => !IsHeld(request)).ToList();
        Report("let through", missed);

        var recall = 1 - ((double)missed.Count / requests.Count);
        output.WriteLine($"{requests.Count} addresses of trackers, {recall:P2} known");
        Assert.True(recall >= 0.985, $"{missed.Count} of {requests.Count} addresses of trackers are let through.");
    }

    [NeedsShared(Expectations)]
    public void Nothing_that_is_clean_is_held()
    {
        var requests = Read("mustKeep").ToList();
        var held = requests.Where(IsHeld).ToList();
        Report("held", held);

        output.WriteLine($"{requests.Count} clean addresses, {held.Count} held");
        Assert.Empty(held.Select(request => request.Url));
    }

    private void Report(string what, IEnumerable<Request> requests)
    {
        foreach (var host in requests.GroupBy(request => request.Url.Host).OrderByDescending(group => group.Count()))
        {
            output.WriteLine($"{what}: {host.Count()} of {host.Key}, as in {host.First().Vector} {host.First().Url}");
        }
    }

    private static bool IsHeld(Request request)
    {
        var verdict = Judge.OfRequest(
            Encoding.ASCII.GetBytes(request.Url.IdnHost.ToLowerInvariant()),
            Encoding.UTF8.GetBytes(request.Url.PathAndQuery),
            KindOf(request.Vector));
        return Judge.Holds(verdict, VisitorConsent.Undecided);
    }

    private static IEnumerable<Request> Read(string section)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFolder.Find(Expectations)!));
        foreach (var page in document.RootElement.EnumerateObject())
        {
            var items = page.Value.GetProperty(section);
            items = items.ValueKind == JsonValueKind.Object ? items.GetProperty("urls") : items;
            foreach (var item in items.EnumerateArray())
            {
                if (item.TryGetProperty("url", out var text)
                    && Uri.TryCreate(text.GetString()!.Trim(), UriKind.Absolute, out var url)
                    && url.Scheme is "http" or "https")
                {
                    yield return new Request(item.GetProperty("vector").GetString()!, url);
                }
            }
        }
    }

    private static RequestKind KindOf(string vector) => vector switch
    {
        "iframe[src]" => RequestKind.Frame,
        "link[preconnect]" or "link[dns-prefetch]" => RequestKind.Hint,
        "link[stylesheet]" or "link[preload as=style]" or "style-@import" => RequestKind.Stylesheet,
        "link[preload as=font]" => RequestKind.Font,
        "link[preload as=script]" => RequestKind.Script,
        "form[action]" => RequestKind.Document,
        "embed[src]" => RequestKind.Object,
        _ when vector.StartsWith("script", StringComparison.Ordinal) => RequestKind.Script,
        _ when vector.StartsWith("object", StringComparison.Ordinal) => RequestKind.Object,
        _ => RequestKind.Image,
    };

    private sealed record Request(string Vector, Uri Url);
}
