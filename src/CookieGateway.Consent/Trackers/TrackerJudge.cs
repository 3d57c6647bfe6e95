using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers.Inline;
using CookieGateway.Consent.Trackers.Lists;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers;

/// <summary>
/// Says of every request, cookie and storage key of one site what it is. Built once per site from the catalog and the site's
/// rules; immutable, safe to share between threads; a verdict allocates nothing.
/// </summary>
/// <remarks>
/// The order of authority: the site's Allow and Overrides, then the catalog, then the filter lists. Within the catalog the
/// more specific pattern wins: the longer host, then the longer path.
/// </remarks>
public sealed class TrackerJudge
{
    private readonly TrackerRules _rules;
    private readonly OwnHosts _own;
    private readonly HostRules _allowed;
    private readonly HostRules _hosts;
    private readonly PatternIndex<Tracker> _addresses;
    private readonly NameIndex<Tracker> _cookies;
    private readonly NameIndex<Tracker> _storage;
    private readonly SiteLists _lists;
    private readonly Dictionary<string, Tracker> _byId;

    /// <summary>Compiles the catalog for a site. Ids that the catalog does not have are passed over.</summary>
    public TrackerJudge(TrackerCatalog catalog, TrackerRules rules)
    {
        _rules = rules;
        _own = new OwnHosts(rules);
        Trackers = [.. catalog.Trackers
            .Select(tracker => rules.Overrides.TryGetValue(tracker.Id, out var purpose) ? tracker with { Purpose = purpose } : tracker)
            .Select(tracker => rules.AdvancedConsentMode ? ConsentModeTags.WhereAdvanced(tracker) : tracker)];
        _byId = Trackers.ToDictionary(tracker => tracker.Id, StringComparer.Ordinal);
        _allowed = HostRules.OfAllowed(rules.Allow);
        _hosts = HostRules.Of(Trackers);
        _addresses = new PatternIndex<Tracker>(
            [.. Trackers.SelectMany(tracker => tracker.Paths, (tracker, path) => (AddressPattern(path), tracker))]);
        _cookies = new NameIndex<Tracker>(SiteCookies(rules).Concat(
            Trackers.SelectMany(tracker => tracker.Cookies, (tracker, cookie) => KeyValuePair.Create(cookie.Name, tracker))));
        _storage = new NameIndex<Tracker>(
            Trackers.SelectMany(tracker => tracker.Storage, (tracker, key) => KeyValuePair.Create(key, tracker)));
        _lists = new SiteLists(rules);
        GuardRules = Guarding.RulesOf(Trackers, rules);
        var held = Trackers.Where(tracker => tracker.Purpose != Purpose.Necessary).ToArray();
        Calls = InlineSignatures.OfCalls(held);
        Globals = InlineSignatures.OfGlobals(held);
    }

    /// <summary>The catalog's trackers with the purposes that hold on this site.</summary>
    public IReadOnlyList<Tracker> Trackers { get; }

    /// <summary>What the site does with what nobody knows.</summary>
    public UnknownRule Unclassified => _rules.Unclassified;

    /// <summary>What the guard in the browser has to know; see <see cref="GuardRule"/>.</summary>
    public IReadOnlyList<GuardRule> GuardRules { get; }

    /// <summary>What the guard has to know of one tracker, whose rules carry its id whatever it is.</summary>
    public static IReadOnlyList<GuardRule> GuardRulesOf(Tracker tracker) =>
        [.. Guarding.RulesOf([tracker], new TrackerRules()).Select(rule => rule with { Tracker = tracker.Id })];

    /// <summary>The names by which inline code calls trackers.</summary>
    internal InlineSignatures Calls { get; }

    /// <summary>The names that inline code sets up for trackers.</summary>
    internal InlineSignatures Globals { get; }

    /// <summary>The tracker of an id, with the purpose that holds on this site; null when there is none.</summary>
    public Tracker? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Judges a request of a page.</summary>
    /// <param name="host">Lower-case ASCII (punycode) without a port; empty for the page's own.</param>
    /// <param name="target">Path and query, as in <c>/a?b</c>; in any case.</param>
    /// <param name="kind">By what the page makes it.</param>
    public Verdict OfRequest(ReadOnlySpan<byte> host, ReadOnlySpan<byte> target, RequestKind kind)
    {
        var url = new LowerUrl(stackalloc byte[LowerUrl.MostBytes], host, target);
        if (_allowed.Find(url, kind) is not null)
        {
            return Verdict.Allowed;
        }

        var own = _own.Contains(host);
        var known = own ? null : _hosts.Find(url, kind);
        if (known is not null && !IsNecessaryByNature(known))
        {
            return Verdict.Of(known);
        }

        foreach (var tracker in _addresses.Find(url))
        {
            return Verdict.Of(tracker);
        }

        if (known is not null)
        {
            return Verdict.Of(known);
        }

        return _lists.FindRequest(url, kind, thirdParty: !own) is { } listed ? Verdict.Of(listed)
            : own ? Verdict.Own
            : Verdict.Unclassified(RequestKinds.Active.Contains(kind) ? UnknownThing.Active : UnknownThing.Passive);
    }

    /// <summary>Judges a cookie of the site by its name.</summary>
    public Verdict OfCookie(ReadOnlySpan<char> name) =>
        _cookies.TryFind(name, out var tracker) ? Verdict.Of(tracker)
            : _lists.FindCookie(name) is { } listed ? Verdict.Of(listed)
            : Verdict.Unclassified(UnknownThing.Cookie);

    /// <summary>Judges a key of local or session storage. Unknown keys are never held by rule: most are the site's own state.</summary>
    public Verdict OfStorageKey(ReadOnlySpan<char> key) =>
        _storage.TryFind(key, out var tracker) ? Verdict.Of(tracker) : Verdict.Unclassified(UnknownThing.Passive);

    /// <summary>The one decision: whether what was judged must not happen for a visitor with this consent.</summary>
    public bool Holds(Verdict verdict, VisitorConsent consent) => verdict.Kind switch
    {
        VerdictKind.Own or VerdictKind.Necessary => false,
        VerdictKind.Tracker => !consent.Permits(verdict.Tracker!),
        _ => HoldsUnknown(verdict.Unknown) && !consent.Permits(verdict.Purpose),
    };

    private bool HoldsUnknown(UnknownThing thing) => thing switch
    {
        UnknownThing.Active => _rules.Unclassified == UnknownRule.Hold,
        UnknownThing.Cookie => _rules.UnknownCookies == UnknownRule.Hold,
        _ => false,
    };

    // Two slashes begin a host, and nowhere else: "/stats.js" of the site itself follows on its scheme's slashes as well.
    private static UrlPattern AddressPattern(string path) =>
        new(path.StartsWith("//", StringComparison.Ordinal) ? "|https:" + path : path);

    // A CDN may carry a copy of a tracker; a tracker that the site overrides to be necessary may not be doubted any more.
    private bool IsNecessaryByNature(Tracker tracker) =>
        tracker.Purpose == Purpose.Necessary && !_rules.Overrides.ContainsKey(tracker.Id);

    private static IEnumerable<KeyValuePair<string, Tracker>> SiteCookies(TrackerRules rules) =>
        rules.Cookies.Select(cookie => KeyValuePair.Create(cookie.Key, new Tracker
        {
            Id = "site-" + PurposeWords.Of(cookie.Value),
            Vendor = "",
            Country = "",
            Purpose = cookie.Value,
        }));
}
