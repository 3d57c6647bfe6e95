using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Banner.Assets;

/// <summary>Rules of the guard, those that differ in nothing but their patterns in one line.</summary>
internal static class GuardTable
{
    public static IEnumerable<object[]> Of(IEnumerable<GuardRule> rules) =>
    [
        .. rules.GroupBy(rule => (rule.Purpose, rule.Tracker, rule.Kinds)).Select(group => Line(
            PurposeWords.Of(group.Key.Purpose), group.Key.Tracker ?? "", group.Key.Kinds, group.Select(rule => rule.Pattern))),
    ];

    public static object[] Line(string purpose, string tracker, RequestKinds kinds, IEnumerable<string> rulePatterns)
    {
        var patterns = rulePatterns.Distinct().ToList();
        return
        [
            purpose,
            tracker,
            kinds == RequestKinds.All ? 0 : kinds.Bits,
            string.Join(' ', patterns.Where(pattern => !IsAnywhere(pattern)).Select(Place)),
            string.Join('|', patterns.Where(IsAnywhere).Select(Anywhere)),
        ];
    }

    // The last label of a host may be any top-level domain: then no table of hosts has it.
    private static bool IsAnywhere(string pattern) =>
        pattern[0] is '/' or '|' or '*' or '.' or '-' or '_' or '?' or '&' || Host(pattern).EndsWith(".*", StringComparison.Ordinal);

    private static string Host(string pattern) => pattern.Split('/')[0];

    private static string Place(string pattern) =>
        Host(pattern) + BrowserPattern.Of(pattern[Host(pattern).Length..]).Replace(" ", "\\s", StringComparison.Ordinal);

    private static string Anywhere(string pattern) => Host(pattern) is [.. var domain, '.', '*']
        ? $"^//(.+\\.)?{BrowserPattern.Of(domain)}\\.[a-z]+(\\.[a-z]+)?{BrowserPattern.Of(pattern[(domain.Length + 2)..] is { Length: > 0 } path ? path : "/")}"
        : pattern.StartsWith("//", StringComparison.Ordinal) ? "^" + BrowserPattern.Of(pattern)
        : BrowserPattern.Of(pattern);
}
