using System.Text.Json.Serialization;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner.Assets;

/// <summary>
/// What the guard and the stubs know of one site before they ask, in the shape in which they read it: patterns as regular expressions,
/// purposes as words, what differs by nothing in one line. A visitor loads it before the page may go on, so it says only what cannot wait.
/// </summary>
/// <param name="Own">The site's hosts.</param>
/// <param name="Allow">Addresses, beginning with their host, that are never held.</param>
/// <param name="Hold">The kinds of request in which unknown third parties are held, as bits.</param>
/// <param name="Trackers">
/// Purpose, tracker where it may be granted by itself, kinds as bits (0 = all), hosts with paths, addresses on any host. The purpose "?" is
/// one that counts as long as nothing is granted, and is looked up after that.
/// </param>
/// <param name="Rest">Where the same is of all trackers.</param>
/// <param name="Cookies">Purpose and names; the first that fits counts.</param>
/// <param name="Storage">The same for the keys of local and session storage.</param>
/// <param name="Stubs">As in <see cref="StubTable"/>.</param>
/// <param name="Lists">Where the verdicts of the site's filter lists are asked for; null, and not written, where it has none.</param>
internal sealed record GuardKnowledge(
    string Own,
    string Allow,
    int Hold,
    IEnumerable<object[]> Trackers,
    string Rest,
    IEnumerable<string[]> Cookies,
    IEnumerable<string[]> Storage,
    IEnumerable<object[]> Stubs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lists)
{
    private const string Nothing = "^\\b$";

    /// <param name="site">The site.</param>
    /// <param name="rest">Where the list of all trackers can be fetched.</param>
    public static GuardKnowledge Of(Site site, string rest)
    {
        var writers = Known(site, KnownByHeart.Writers);
        return new(
            OwnHosts(site),
            Allowed(site),
            site.Judge.Unclassified == UnknownRule.Hold ? RequestKinds.Active.Bits : 0,
            [
                GuardTable.Line("?", "", RequestKinds.All, Patterns(site, KnownByHeart.Held, isHeld: true)),
                GuardTable.Line(PurposeWords.Of(Purpose.Necessary), "", RequestKinds.All, Patterns(site, KnownByHeart.Necessary, isHeld: false)),
            ],
            rest,
            [.. NamePatterns.OfSite(site), .. NamePatterns.Of(writers, tracker => tracker.Cookies.Select(cookie => cookie.Name))],
            [.. NamePatterns.Of(writers, tracker => tracker.Storage)],
            StubTable.Of(Known(site, KnownByHeart.Called)),
            site.TrackerRules.Lists.Count == 0 ? null : site.PathPrefix + "/listed");
    }

    private static IReadOnlyList<Tracker> Known(Site site, string[] ids) => [.. ids.Select(site.Judge.Find).OfType<Tracker>()];

    // The site's configuration may have made a tracker necessary; then it is not known by heart, and will be asked for.
    private static IEnumerable<string> Patterns(Site site, string[] known, bool isHeld)
    {
        var rules = site.Judge.GuardRules.ToLookup(rule => rule.Pattern);
        return known.Where(pattern => rules[pattern].Any() && rules[pattern].All(rule => rule.Purpose != Purpose.Necessary == isHeld));
    }

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
}
