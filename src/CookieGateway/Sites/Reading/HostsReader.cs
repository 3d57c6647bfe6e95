namespace CookieGateway.Sites.Reading;

/// <summary>Reads <c>Hosts</c> and <c>CookieDomains</c> of a site.</summary>
internal static class HostsReader
{
    public static IReadOnlyList<HostPattern> ReadHosts(SectionReader site)
    {
        var hosts = new List<HostPattern>();
        foreach (var (key, text) in site.Texts("Hosts"))
        {
            if (HostPattern.TryParse(text, out var host))
            {
                hosts.Add(host);
            }
            else
            {
                site.Mistake($"{key} is \"{text}\". Write a host name without scheme, port or path, as in \"clinic.kz\" "
                    + "or \"*.clinic.kz\" for all its subdomains.");
            }
        }

        if (!site.Texts("Hosts").Any())
        {
            site.Mistake($"{site.Path}:Hosts is empty. Name the hosts that the site answers to, as in [\"clinic.kz\", \"www.clinic.kz\"].");
        }

        return [.. hosts.Distinct()];
    }

    public static IReadOnlyList<string> ReadCookieDomains(SectionReader site, IReadOnlyList<HostPattern> hosts)
    {
        var domains = new List<string>();
        foreach (var (key, text) in site.Texts("CookieDomains"))
        {
            if (!HostPattern.TryParse(text.TrimStart('.'), out var domain) || domain.IsWildcard)
            {
                site.Mistake($"{key} is \"{text}\". Write a domain, as in \"clinic.kz\".");
            }
            else if (!hosts.Any(host => host.Name == domain.Name || HostPattern.IsBelow(host.Name, domain.Name)))
            {
                site.Mistake($"{key} is \"{text}\", and none of the site's hosts lies under it. "
                    + "A browser keeps a cookie only for a domain that the host belongs to.");
            }
            else
            {
                domains.Add(domain.Name);
            }
        }

        return domains.Count > 0 ? Topmost(domains) : Topmost(SharedBy(hosts));
    }

    /// <summary>Domains that more than one host of the site belongs to: what the operator would write under CookieDomains.</summary>
    private static IEnumerable<string> SharedBy(IReadOnlyList<HostPattern> hosts) =>
        hosts.Select(host => host.Name)
            .Where(name => name.Contains('.') && hosts.Any(host =>
                HostPattern.IsBelow(host.Name, name) || (host.IsWildcard && host.Name == name)));

    private static IReadOnlyList<string> Topmost(IEnumerable<string> domains)
    {
        var distinct = domains.Distinct(StringComparer.Ordinal).ToArray();
        return [.. distinct.Where(domain => !distinct.Any(above => HostPattern.IsBelow(domain, above)))];
    }
}
