using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>Boils the catalog down to what the guard in the browser needs.</summary>
internal static class Guarding
{
    /// <summary>The rules of a site, by pattern. An embed's rules name their tracker: it may be granted by itself.</summary>
    public static IReadOnlyList<GuardRule> RulesOf(IEnumerable<Tracker> trackers, TrackerRules rules)
    {
        var allowed = rules.Allow.Select(text =>
            new GuardRule(text.TrimStart('*').TrimStart('.'), RequestKinds.All, Purpose.Necessary, null));
        var known = trackers.SelectMany(tracker => tracker.Requests
            .Select(pattern => (Pattern: pattern.ToString(), pattern.Kinds))
            .Concat(tracker.Paths.Select(path => (Pattern: path, Kinds: RequestKinds.All)))
            .Select(rule => new GuardRule(
                rule.Pattern, rule.Kinds, tracker.Purpose, tracker.Embed == EmbedKind.None ? null : tracker.Id)));
        return [.. allowed.Concat(known).OrderBy(rule => rule.Purpose).ThenBy(rule => rule.Pattern, StringComparer.Ordinal)];
    }
}
