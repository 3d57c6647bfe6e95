using System.Text;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Lists;

namespace CookieGateway.BrowserTests.RealPages;

/// <summary>
/// Who says that a request went to a tracker: the gateway's own catalog, and beside it public filter lists, which know nothing of the catalog.
/// The lists lie beside the checkout; without them the catalog judges alone.
/// </summary>
internal sealed class TrackerJudges
{
    private static readonly Lazy<IReadOnlyList<FilterList>> s_lists = new(() => RealPages.Beside("lists") is { } folder
        ? [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(file => FilterList.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))]
        : []);

    // What lists object to and the catalog knows to be necessary, with the reason. A list that hides annoyances counts Google's offer to
    // sign in among them; where it is what a visitor signs in with, the site does not work without it (DECISIONS.md, 27).
    private static readonly string[] s_necessary = ["accounts.google.com/gsi/client"];

    private readonly (string Name, TrackerJudge Judge)[] _judges;

    public TrackerJudges(TrackerJudge catalog, string pageHost) => _judges =
    [
        ("catalog", catalog),
        .. s_lists.Value.Select(list => (
            list.Tracker.Id,
            new TrackerJudge(new TrackerCatalog([]), new TrackerRules { OwnHosts = [pageHost], Lists = [list] }))),
    ];

    /// <summary>Who calls the request's receiver a tracker; empty when nobody does.</summary>
    public string WhoObjectsTo(ForeignRequest request) => s_necessary.Contains(request.Host + request.Path)
        ? ""
        : string.Join(' ', _judges.Where(one => IsTracker(one.Judge, request)).Select(one => one.Name));

    private static bool IsTracker(TrackerJudge judge, ForeignRequest request) => judge
        .OfRequest(Encoding.ASCII.GetBytes(request.Host), Encoding.UTF8.GetBytes(request.Target), KindOf(request))
        .Kind == VerdictKind.Tracker;

    private static RequestKind KindOf(ForeignRequest request) => request.Kind switch
    {
        "script" => RequestKind.Script,
        "image" => RequestKind.Image,
        "iframe" or "frame" => RequestKind.Frame,
        "style" => RequestKind.Stylesheet,
        "font" => RequestKind.Font,
        _ => RequestKind.Connect,
    };
}
