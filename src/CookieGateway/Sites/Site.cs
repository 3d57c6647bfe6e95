using CookieGateway.Consent.Trackers;

namespace CookieGateway.Sites;

/// <summary>A clinic's web site behind the gateway, as its configuration says. Immutable: a reload makes new ones.</summary>
public sealed class Site
{
    /// <summary>The site's name in the configuration, in Redis keys and in the dashboard: lower-case letters, digits, hyphens and dots.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<HostPattern> Hosts { get; init; }

    /// <summary>Domains whose hosts share one answer, and one consent cookie. Lower-case ASCII, without a leading dot.</summary>
    public required IReadOnlyList<string> CookieDomains { get; init; }

    /// <summary>Empty when a hand-written route of YARP's leads to the origin.</summary>
    public required IReadOnlyList<Uri> Origins { get; init; }

    public required OriginHealth Health { get; init; }

    /// <summary>Two-letter codes of the languages the banner speaks here; the first is the site's own.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required Operator Operator { get; init; }

    public required Policy Policy { get; init; }

    public required ConsentRules Consent { get; init; }

    public required TrackerRules TrackerRules { get; init; }

    /// <summary>Built once from <see cref="TrackerRules"/>; every decision about a tracker of this site is its.</summary>
    public required TrackerJudge Judge { get; init; }

    public required Enforcement Enforcement { get; init; }

    public required BannerSettings Banner { get; init; }

    /// <summary>Where the gateway's own pages lie on every host of the site: starts with a slash, does not end with one.</summary>
    public required string PathPrefix { get; init; }

    /// <summary>The prefix of cookie, ids and attributes.</summary>
    public required string Brand { get; init; }

    /// <summary>Changes with everything the site's configuration and texts say; part of the name of every variant of a page.</summary>
    public required string Revision { get; init; }

    /// <summary>What the law wants filled in and is not: sentences for the log and for the dashboard.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The consent cookie.</summary>
    public string CookieName => Brand + "_consent";

    /// <summary>What the consent cookie's signature is bound to, so that no site's cookie counts on another.</summary>
    public string TokenScope => Id;

    /// <summary>The cookie domain that a host (without port, lower case) belongs to; null where the cookie stays with that one host.</summary>
    public string? CookieDomainOf(string host) =>
        CookieDomains.FirstOrDefault(domain => host == domain || HostPattern.IsBelow(host, domain));

    /// <summary>The first of the wanted languages that the site has, or the site's own.</summary>
    public string LanguageFor(params ReadOnlySpan<string> wanted)
    {
        foreach (var language in wanted)
        {
            if (Languages.Contains(language))
            {
                return language;
            }
        }

        return Languages[0];
    }

    public override string ToString() => Id;
}
