using System.IO.Enumeration;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner.Assets;

/// <summary>Names of cookies and storage keys by purpose, as regular expressions of JavaScript; the first that fits counts.</summary>
internal static class NamePatterns
{
    /// <summary>What the site's configuration says of its own cookies.</summary>
    public static IEnumerable<string[]> OfSite(Site site) => site.TrackerRules.Cookies
        .GroupBy(cookie => cookie.Value, cookie => cookie.Key)
        .Select(group => Line(group.Key, group));

    /// <summary>What the given trackers leave behind.</summary>
    public static IEnumerable<string[]> Of(IEnumerable<Tracker> trackers, Func<Tracker, IEnumerable<string>> namesOf) => trackers
        .Where(tracker => tracker.Purpose != Purpose.Necessary)
        .GroupBy(tracker => tracker.Purpose, namesOf)
        .OrderBy(group => group.Key)
        .Select(group => (group.Key, Names: Needed(group.SelectMany(names => names))))
        .Where(group => group.Names.Count > 0)
        .Select(group => Line(group.Key, group.Names));

    // "_ym_uid" says nothing that "_ym_*" does not say.
    private static IReadOnlyList<string> Needed(IEnumerable<string> names)
    {
        var distinct = names.Distinct().ToList();
        return [.. distinct.Where(name => !distinct.Any(other => other != name && Covers(other, name))).Order(StringComparer.Ordinal)];
    }

    private static bool Covers(string pattern, string name) =>
        pattern.Contains('*') && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private static string[] Line(Purpose purpose, IEnumerable<string> names) =>
        [PurposeWords.Of(purpose), $"^({string.Join('|', names.Select(BrowserPattern.Of))})$"];
}
