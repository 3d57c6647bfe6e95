using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner.Assets;

/// <summary>
/// What the guard and the stubs know of one site, in the shape in which they read it: patterns as regular expressions, purposes as words,
/// what differs by nothing in one line.
/// </summary>
/// <param name="Own">The site's hosts.</param>
/// <param name="Allow">Addresses, beginning with their host, that are never held.</param>
/// <param name="Hold">The kinds of request in which unknown third parties are held, as bits.</param>
/// <param name="Trackers">Purpose, tracker where it may be granted by itself, kinds as bits (0 = all), hosts with paths, addresses on any host.</param>
/// <param name="Rest">Where the same is of all others; empty when there are no others.</param>
/// <param name="Cookies">Purpose and names; the first that fits counts.</param>
/// <param name="Storage">The same for the keys of local and session storage.</param>
/// <param name="Stubs">Purpose, tracker, whether its functions wait for the real thing, and what the page may call.</param>
internal sealed record GuardKnowledge(
    string Own,
    string Allow,
    int Hold,
    IEnumerable<object[]> Trackers,
    string Rest,
    IEnumerable<string[]> Cookies,
    IEnumerable<string[]> Storage,
    IEnumerable<object[]> Stubs)
{
    private const string Nothing = "^\\b$";

    // Whose pixels, cookies and keys the pages of this market write with code of their own.
    private static readonly string[] Common =
    [
        "calltouch", "comagic", "google-ads", "google-analytics", "google-doubleclick", "google-tag-manager", "hotjar", "kdt-kz",
        "liveinternet", "matomo", "meta-pixel", "microsoft-clarity", "microsoft-uet", "mytarget", "rambler-top100", "roistat",
        "tiktok-pixel", "top-mail-ru", "vk-pixel", "yandex-metrika", "zero-kz",
    ];

    /// <param name="site">The site.</param>
    /// <param name="rest">Where the list of all trackers can be fetched.</param>
    public static GuardKnowledge Of(Site site, string rest)
    {
        // Where what is unknown is held, a page needs to know few trackers by name before anything is granted. All of them would be
        // 33 KB to load before the page may go on.
        var holdsUnknown = site.Judge.Unclassified == UnknownRule.Hold;
        var common = CommonOf(site).SelectMany(tracker => tracker.Requests).Select(pattern => pattern.ToString()).ToHashSet();
        return new(
            OwnHosts(site),
            Allowed(site),
            holdsUnknown ? RequestKinds.Active.Bits : 0,
            GuardTable.Of(holdsUnknown
                ? site.Judge.GuardRules.Where(rule => rule.Purpose == Purpose.Necessary || common.Contains(rule.Pattern))
                : site.Judge.GuardRules),
            holdsUnknown ? rest : "",
            [.. SiteCookies(site), .. Names(site, tracker => tracker.Cookies.Select(cookie => cookie.Name))],
            [.. Names(site, tracker => tracker.Storage)],
            [.. site.Judge.Trackers.Where(tracker => tracker is { Stub: not null, Purpose: not Purpose.Necessary }).Select(Stub)]);
    }

    private static IEnumerable<Tracker> CommonOf(Site site) => Common.Select(site.Judge.Find).OfType<Tracker>();

    private static string OwnHosts(Site site)
    {
        string[] hosts =
        [
            .. site.TrackerRules.OwnHosts.Select(host => host.StartsWith("*.", StringComparison.Ordinal)
                ? ".+\\." + BrowserPattern.Of(host[2..])
                : BrowserPattern.Of(host)),
            .. site.TrackerRules.OwnDomains.Select(domain => $"(.+\\.)?{BrowserPattern.Of(domain)}"),
        ];
        return hosts.Length == 0 ? Nothing : $"^({string.Join('|', hosts.Distinct())})$";
    }

    private static string Allowed(Site site) => site.TrackerRules.Allow.Count == 0
        ? Nothing
        : $"^(.+\\.)?({string.Join('|', site.TrackerRules.Allow.Select(host => BrowserPattern.Of(host.TrimStart('*').TrimStart('.')) + (host.Contains('/') ? "" : "/")))})";

    // Other trackers' cookies are written by their own scripts, which are held; and the gateway removes what there is with its next answer.
    private static IEnumerable<string[]> Names(Site site, Func<Tracker, IEnumerable<string>> namesOf) => CommonOf(site)
        .Where(tracker => tracker.Purpose != Purpose.Necessary)
        .GroupBy(tracker => tracker.Purpose, namesOf)
        .OrderBy(group => group.Key)
        .Select(group => (group.Key, Names: group.SelectMany(names => names).Distinct().Select(BrowserPattern.Of).ToList()))
        .Where(group => group.Names.Count > 0)
        .Select(group => (string[])[PurposeWords.Of(group.Key), $"^({string.Join('|', group.Names)})$"]);

    // What the site says of its own cookies wins over the catalog, so it comes first.
    private static IEnumerable<string[]> SiteCookies(Site site) => site.TrackerRules.Cookies
        .GroupBy(cookie => cookie.Value, cookie => BrowserPattern.Of(cookie.Key))
        .Select(group => (string[])[PurposeWords.Of(group.Key), $"^({string.Join('|', group)})$"]);

    private static object[] Stub(Tracker tracker) =>
    [
        PurposeWords.Of(tracker.Purpose),
        tracker.Embed == EmbedKind.None ? "" : tracker.Id,
        tracker.Stub == "ready-queue" ? 1 : 0,
        string.Join(' ', tracker.Calls.Count > 0 ? tracker.Calls : tracker.Globals),
    ];
}
