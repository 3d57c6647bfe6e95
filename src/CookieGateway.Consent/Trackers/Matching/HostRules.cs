namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>The request patterns of trackers, found by host; the more specific one wins.</summary>
internal sealed class HostRules
{
    private readonly HostIndex<HostRule[]> _index;
    private readonly HostIndex<HostRule[]> _anyTopLevel;

    private HostRules(IEnumerable<(RequestPattern Pattern, Tracker Tracker)> rules)
    {
        var byHost = rules.GroupBy(rule => rule.Pattern.Host, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, Sorted(group)))
            .ToLookup(entry => entry.Key.EndsWith(".*", StringComparison.Ordinal));
        _index = new HostIndex<HostRule[]>([.. byHost[false]]);

        // "google.*" is kept as "google.": what is left of a host when its top-level domain is cut off behind the dot.
        _anyTopLevel = new HostIndex<HostRule[]>([.. byHost[true].Select(entry => KeyValuePair.Create(entry.Key[..^1], entry.Value))]);
    }

    public static HostRules Of(IEnumerable<Tracker> trackers) =>
        new(trackers.SelectMany(tracker => tracker.Requests, (tracker, pattern) => (pattern, tracker)));

    /// <summary>Rules of a site's Allow: <c>host</c> or <c>host/path</c>. Which tracker they give does not matter.</summary>
    public static HostRules OfAllowed(IEnumerable<string> allowed)
    {
        var anyone = new Tracker { Id = "allowed", Vendor = "", Country = "", Purpose = Purposes.Purpose.Necessary };
        return new HostRules(allowed.Select(text => text.ToLowerInvariant()).Select(text =>
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            var host = slash < 0 ? text : text[..slash];
            return (new RequestPattern { Host = host.TrimStart('*').TrimStart('.'), Path = slash < 0 ? "" : text[slash..] }, anyone);
        }));
    }

    public Tracker? Find(LowerUrl url, RequestKind kind)
    {
        foreach (var match in _index.Find(url.Host))
        {
            if (FirstFit(match.Value, url, kind) is { } tracker)
            {
                return tracker;
            }
        }

        return _anyTopLevel.IsEmpty ? null : FindAnyTopLevel(url, kind);
    }

    private Tracker? FindAnyTopLevel(LowerUrl url, RequestKind kind)
    {
        // A top-level domain has one label, or two of which the first is short: "kz", "co.uk", "com.tr".
        var last = url.Host.LastIndexOf((byte)'.');
        var before = last < 0 ? -1 : url.Host[..last].LastIndexOf((byte)'.');
        for (var cut = last; cut > 0; cut = cut == last && before > 0 && last - before <= 4 ? before : -1)
        {
            foreach (var match in _anyTopLevel.Find(url.Host[..(cut + 1)]))
            {
                if (FirstFit(match.Value, url, kind) is { } tracker)
                {
                    return tracker;
                }
            }
        }

        return null;
    }

    private static Tracker? FirstFit(HostRule[] rules, LowerUrl url, RequestKind kind)
    {
        foreach (var rule in rules)
        {
            if (rule.Kinds.Contains(kind) && (rule.Path is null || rule.Path.Fits(url.Target, default)))
            {
                return rule.Tracker;
            }
        }

        return null;
    }

    private static HostRule[] Sorted(IEnumerable<(RequestPattern Pattern, Tracker Tracker)> rules) =>
        [.. rules.OrderByDescending(rule => rule.Pattern.Path.Length)
            .ThenBy(rule => System.Numerics.BitOperations.PopCount((uint)rule.Pattern.Kinds.Bits))
            .Select(rule => new HostRule(
                rule.Pattern.Path.Length == 0 ? null : new UrlPattern("|" + rule.Pattern.Path), rule.Pattern.Kinds, rule.Tracker))];

    private readonly record struct HostRule(UrlPattern? Path, RequestKinds Kinds, Tracker Tracker);
}
