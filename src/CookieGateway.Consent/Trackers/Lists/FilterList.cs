using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>
/// A filter list in Adblock Plus syntax, compiled once and shared by all sites that name it. Network rules and cookie rules
/// count; what hides elements or changes pages does not concern requests and is passed over.
/// </summary>
public sealed class FilterList
{
    private readonly RuleSet _holding;
    private readonly RuleSet _exceptions;

    private FilterList(string name, Purpose purpose, IReadOnlyList<FilterRule> rules, int passedOver)
    {
        Tracker = new Tracker { Id = "list-" + name, Vendor = name, Country = "", Purpose = purpose };
        var takenBack = rules.Where(rule => rule.Options.TakesBack).Select(rule => (rule.Pattern, rule.IsException)).ToHashSet();
        var standing = rules.Where(rule => !takenBack.Contains((rule.Pattern, rule.IsException))).ToList();
        var network = standing.Where(rule => rule.Options.Cookie is null).ToList();
        _holding = new RuleSet([.. network.Where(rule => !rule.IsException)]);
        _exceptions = new RuleSet([.. network.Where(rule => rule.IsException)]);
        Cookies = new CookieRules(standing.Where(rule => rule.Options.Cookie is not null && !rule.IsException));
        CookieExceptions = new CookieRules(standing.Where(rule => rule.Options.Cookie is not null && rule.IsException));
        RuleCount = standing.Count;
        PassedOver = passedOver;
    }

    /// <summary>Stands for everything the list knows: its id is "list-" and the list's name.</summary>
    public Tracker Tracker { get; }

    /// <summary>How many rules count.</summary>
    public int RuleCount { get; }

    /// <summary>How many lines are neither rules that count nor empty: comments, rules that hide elements, unknown options.</summary>
    public int PassedOver { get; }

    internal CookieRules Cookies { get; }

    internal CookieRules CookieExceptions { get; }

    /// <summary>Compiles a list. A line that cannot be read is passed over, as browsers' blockers do.</summary>
    /// <param name="name">Lower-case words joined by hyphens.</param>
    /// <param name="text">The list's text.</param>
    /// <param name="purpose">What its trackers count as. A list rarely says, so by default what needs most consent.</param>
    public static FilterList Parse(string name, string text, Purpose purpose = Purpose.Marketing)
    {
        var lines = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var rules = lines.Select(FilterRuleReader.Read).OfType<FilterRule>().ToList();
        return new FilterList(name, purpose, rules, lines.Count - rules.Count);
    }

    /// <summary>Whether the list holds a request.</summary>
    internal bool Holds(LowerUrl url, RequestKind kind, bool thirdParty, PageHosts pages) =>
        _holding.Find(url, kind, thirdParty, pages) is { } rule
        && (rule.Important || _exceptions.Find(url, kind, thirdParty, pages) is null);
}
