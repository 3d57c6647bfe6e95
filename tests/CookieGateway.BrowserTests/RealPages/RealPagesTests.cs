using System.Text;
using System.Text.RegularExpressions;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CookieGateway.BrowserTests.RealPages;

/// <summary>
/// Real pages in a real browser, once straight from their server and once through the gateway, before any choice: no tracker is asked for
/// anything, and no script fails that did not fail before. The pages are others' and lie beside the repository; where they are not there
/// is nothing to test.
/// </summary>
[Collection(nameof(BrowserCollection))]
public sealed class RealPagesTests(BrowserFixture browser) : IAsyncLifetime
{
    // A bundle of trackers that must be held computes the name of a class for the rest of this page; nobody's stub could know it.
    private const string LeansOnATracker = "Failed to execute 'add' on 'DOMTokenList': The token provided must not be empty";

    // Some errors of real pages depend on which answer comes first: what may be ours is seen on every visit, and on none without the gateway.
    private const int FurtherVisits = 2;

    private readonly string _data = Directory.CreateTempSubdirectory("real-pages").FullName;
    private WebApplication _origin = null!;
    private GatewayHost _gateway = null!;

    public static TheoryData<string> Pages => RealPages.Folder is { } folder
        ? [.. Directory.EnumerateFiles(folder, "*.html").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)]
        : [""];

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _origin = builder.Build();
        _origin.Run(SendAsync);
        await _origin.StartAsync();
        _gateway = await GatewayHost.StartAsync(
            [
                "--Urls=http://127.0.0.1:0",
                "--Gateway:Redis=127.0.0.1:1",
                "--Gateway:DashboardUrl=http://127.0.0.1:0",
                $"--Gateway:DataDirectory={_data}",
                "--Gateway:SigningKey=dGVzdHMgc2lnbiB3aXRoIHRoaXMgdmVyeSBvcGVuIGtleSE=",
                "--Sites:clinic:Hosts:0=clinic.localhost",
                $"--Sites:clinic:Origins:0={_origin.Urls.First()}",
                "--Sites:clinic:Trackers:Unclassified=report",
            ],
            adjust: host => host.Logging.ClearProviders());
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _origin.StopAsync(new CancellationToken(canceled: true));
        await _origin.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Before_a_choice_no_tracker_is_reached_and_nothing_breaks(string page)
    {
        if (page.Length == 0)
        {
            return;
        }

        var judge = _gateway.Services.GetRequiredService<SiteCatalog>().All.Single().Judge;
        var straight = await VisitAsync(new Uri($"http://origin.localhost:{new Uri(_origin.Urls.First()).Port}/{page}"), judge);
        var through = await VisitAsync(new Uri($"http://clinic.localhost:{_gateway.Addresses[0].Port}/{page}"), judge);

        var broken = through.Errors.Except(straight.Errors).ToHashSet();
        var trackers = through.Trackers.ToList();
        for (var again = 0; broken.Count > 0 && again < FurtherVisits; again++)
        {
            broken.ExceptWith((await VisitAsync(new Uri($"http://origin.localhost:{new Uri(_origin.Urls.First()).Port}/{page}"), judge)).Errors);
            var next = await VisitAsync(new Uri($"http://clinic.localhost:{_gateway.Addresses[0].Port}/{page}"), judge);
            broken.IntersectWith(next.Errors);
            trackers.AddRange(next.Trackers);
        }

        Assert.True(trackers.Count == 0, "A tracker was reached: " + string.Join(", ", trackers));
        Assert.True(broken.Count == 0, "A script failed that did not fail before: " + string.Join('\n', broken));
    }

    private async Task<(HashSet<string> Errors, IReadOnlyList<string> Trackers)> VisitAsync(Uri address, TrackerJudge judge)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await OpenAsync(visitor, address);
        return (
            [.. visitor.ScriptErrors.Where(error => !error.Contains(LeansOnATracker, StringComparison.Ordinal)).Select(Told)],
            [.. visitor.ForeignRequests.Where(request => IsTracker(judge, request)).Select(request => request.ToString())]);
    }

    private static async Task OpenAsync(Visitor visitor, Uri address)
    {
        try
        {
            await visitor.Page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
            await visitor.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
            await visitor.RestAsync();
        }
        catch (TimeoutException)
        {
            // A page that never rests (a slider, a poll) has had ten seconds.
        }
        catch (PlaywrightException leftItself) when (leftItself.Message.Contains("navigation", StringComparison.OrdinalIgnoreCase))
        {
            // A page that leads elsewhere has shown what it does.
        }
    }

    private static bool IsTracker(TrackerJudge judge, ForeignRequest request)
    {
        var kind = request.Kind switch
        {
            "script" => RequestKind.Script,
            "image" => RequestKind.Image,
            "iframe" or "frame" => RequestKind.Frame,
            "style" => RequestKind.Stylesheet,
            "font" => RequestKind.Font,
            _ => RequestKind.Connect,
        };
        return judge.OfRequest(Encoding.ASCII.GetBytes(request.Host), Encoding.UTF8.GetBytes(request.Target), kind).Kind == VerdictKind.Tracker;
    }

    // Without the address, the host and the place: what is left is what went wrong.
    private static string Told(string error) => Regex.Replace(error.Split('\n')[0], @"https?://[^\s)]+", "");

    private static Task SendAsync(HttpContext http)
    {
        var file = Path.Combine(RealPages.Folder!, Path.GetFileName(http.Request.Path.Value!));
        http.Response.ContentType = "text/html";
        if (File.Exists(file))
        {
            return http.Response.SendFileAsync(file);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
