using System.Text.RegularExpressions;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.RealPages;

/// <summary>
/// Real pages in a real browser, once straight from their server and once through the gateway, before any choice: no tracker is asked for
/// anything, and no script fails that did not fail before. The pages are others' and lie beside the repository; where they are not there
/// is nothing to test.
/// </summary>
[Collection(nameof(RealPagesCollection))]
public sealed class RealPagesTests(BrowserFixture browser) : IAsyncLifetime
{
    // A bundle of trackers that must be held computes the name of a class for the rest of this page; nobody's stub could know it.
    private const string LeansOnATracker = "Failed to execute 'add' on 'DOMTokenList': The token provided must not be empty";

    // Some errors of real pages depend on which answer comes first: what may be ours is seen on every visit, and on none without the gateway.
    private const int FurtherVisits = 2;

    private RealPagesSite _site = null!;

    public async Task InitializeAsync() => _site = await RealPagesSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory, MemberData(nameof(RealPages.All), MemberType = typeof(RealPages))]
    public async Task Before_a_choice_no_tracker_is_reached_and_nothing_breaks(string page)
    {
        if (page.Length == 0)
        {
            return;
        }

        var straight = await VisitAsync(_site.Straight(page));
        var through = await VisitAsync(_site.Through(page));

        var broken = through.Errors.Except(straight.Errors).ToHashSet();
        var trackers = through.Trackers.ToList();
        for (var again = 0; broken.Count > 0 && again < FurtherVisits; again++)
        {
            broken.ExceptWith((await VisitAsync(_site.Straight(page))).Errors);
            var next = await VisitAsync(_site.Through(page));
            broken.IntersectWith(next.Errors);
            trackers.AddRange(next.Trackers);
        }

        Assert.True(trackers.Count == 0, "A tracker was reached: " + string.Join(", ", trackers));
        Assert.True(broken.Count == 0, "A script failed that did not fail before: " + string.Join('\n', broken));
    }

    private async Task<(HashSet<string> Errors, IReadOnlyList<string> Trackers)> VisitAsync(Uri address)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await RealPagesSite.OpenAsync(visitor, address);
        return (
            [.. visitor.ScriptErrors.Where(error => !error.Contains(LeansOnATracker, StringComparison.Ordinal)).Select(Told)],
            [.. visitor.ForeignRequests
                .Select(request => (Request: request, Who: _site.Judges.WhoObjectsTo(request)))
                .Where(one => one.Who.Length > 0)
                .Select(one => $"{one.Request}, says {one.Who}")]);
    }

    // Without the address, the host and the place: what is left is what went wrong.
    private static string Told(string error) => Regex.Replace(error.Split('\n')[0], @"https?://[^\s)]+", "");
}
