using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers.Lists;

namespace CookieGateway.Consent.Trackers;

/// <summary>What a site's configuration says about trackers.</summary>
public sealed record TrackerRules
{
    /// <summary>The site's hosts; a leading <c>*.</c> stands for all subdomains at every depth.</summary>
    public IReadOnlyList<string> OwnHosts { get; init; } = [];

    /// <summary>The site's cookie domains: each, and everything below it, is the site's own.</summary>
    public IReadOnlyList<string> OwnDomains { get; init; } = [];

    /// <summary>What happens to active content of third parties that nobody knows.</summary>
    public UnknownRule Unclassified { get; init; } = UnknownRule.Hold;

    /// <summary>What happens to cookies that nobody knows. Most are a site's session, so they pass by default.</summary>
    public UnknownRule UnknownCookies { get; init; } = UnknownRule.Report;

    /// <summary>Hosts (with their subdomains) that are never held, with the beginning of a path where only that is meant.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Google's tags load before a grant, with the signals denied; what they may load is among <see cref="Allow"/>.</summary>
    public bool AdvancedConsentMode { get; init; }

    /// <summary>Purposes that differ from the catalog's, by tracker id.</summary>
    public IReadOnlyDictionary<string, Purpose> Overrides { get; init; } = new Dictionary<string, Purpose>();

    /// <summary>
    /// Ids of trackers that the site carries, as its operator says: notices name them before traffic has shown them, and those that only a
    /// tag manager brings, which traffic may never show.
    /// </summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    /// <summary>The site's own cookies, by name (<c>*</c> for any characters), and what they are for.</summary>
    public IReadOnlyDictionary<string, Purpose> Cookies { get; init; } = new Dictionary<string, Purpose>();

    /// <summary>Filter lists that are asked after the catalog. Compiled once, they may be shared by sites.</summary>
    public IReadOnlyList<FilterList> Lists { get; init; } = [];
}
