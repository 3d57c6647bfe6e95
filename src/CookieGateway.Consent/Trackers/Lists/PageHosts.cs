namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>The hosts on which a site's pages lie: what the <c>domain=</c> of rules is compared with.</summary>
internal sealed class PageHosts
{
    private readonly string[] _hosts;

    public PageHosts(TrackerRules rules) => _hosts =
        [.. rules.OwnHosts.Concat(rules.OwnDomains).Select(host => host.TrimStart('*').TrimStart('.').ToLowerInvariant()).Distinct()];

    /// <summary>Whether pages of the site may lie on one of the domains or below it.</summary>
    public bool LieOnAny(string[] domains)
    {
        foreach (var domain in domains)
        {
            if (LieOn(domain))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for one domain, whose last label may be <c>*</c> for any top-level domain.</summary>
    public bool LieOn(ReadOnlySpan<char> domain)
    {
        foreach (var host in _hosts)
        {
            if (domain.EndsWith(".*") ? IsBelowAnyTopLevel(host, domain[..^1]) : IsOrIsBelow(host, domain))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOrIsBelow(ReadOnlySpan<char> host, ReadOnlySpan<char> domain) =>
        host.EndsWith(domain) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');

    // "clinic." fits "clinic.kz", "www.clinic.kz" and "clinic.com.tr"; that it fits "clinic.other.kz" too does no harm in a list.
    private static bool IsBelowAnyTopLevel(ReadOnlySpan<char> host, ReadOnlySpan<char> domainWithDot)
    {
        var at = host.IndexOf(domainWithDot);
        return at == 0 || (at > 0 && host[at - 1] == '.');
    }
}
