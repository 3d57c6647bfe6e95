namespace CookieGateway.Sites.Reading;

/// <summary>Reads the whole configuration: <c>Gateway</c>, <c>Sites</c> and what YARP's own section says of sites.</summary>
public static class ConfigurationReader
{
    /// <summary>Reads everything, or throws <see cref="ConfigurationMistakesException"/> with every mistake there is.</summary>
    /// <param name="configuration">All sources together.</param>
    /// <param name="baseDirectory">Where files that the configuration names are looked for.</param>
    /// <param name="known">Sites of an earlier reading. One that says what it said before stays the same object, with all that is cached for it.</param>
    public static GatewayConfiguration Read(IConfiguration configuration, string baseDirectory, IReadOnlyList<Site>? known = null)
    {
        var report = new ConfigurationReport();
        var gateway = GatewayReader.Read(configuration.GetSection("Gateway"), report);
        var sites = ReadSites(configuration, gateway, baseDirectory, known ?? [], report);
        return report.Mistakes.Count == 0
            ? new GatewayConfiguration { Gateway = gateway, Sites = sites }
            : throw new ConfigurationMistakesException(report.Mistakes);
    }

    private static List<Site> ReadSites(
        IConfiguration configuration, GatewaySettings gateway, string baseDirectory, IReadOnlyList<Site> known, ConfigurationReport report)
    {
        var routed = SitesWithRoutes(configuration);
        var reader = new SiteReader(gateway, baseDirectory, routed);
        var sites = new List<Site>();
        foreach (var block in configuration.GetSection("Sites").GetChildren())
        {
            var revision = Revision.Of(block, baseDirectory, gateway.Brand, gateway.PathPrefix, routed.Contains(block.Key) ? "routed" : "");
            sites.Add(known.FirstOrDefault(site => site.Id == block.Key && site.Revision == revision)
                ?? reader.Read(block.Key, new SectionReader(block, report), revision));
        }

        if (sites.Count == 0)
        {
            report.Mistake("Sites is empty. Name at least one, as in "
                + "\"Sites\": { \"clinic\": { \"Hosts\": [\"clinic.kz\"], \"Origins\": [\"http://10.0.0.5\"] } }.");
        }

        ReportOverlaps(sites, report);
        return sites;
    }

    private static void ReportOverlaps(List<Site> sites, ConfigurationReport report)
    {
        var hosts = sites.SelectMany(site => site.Hosts, (site, host) => (site, host)).ToList();
        for (var i = 0; i < hosts.Count; i++)
        {
            foreach (var (site, host) in hosts.Skip(i + 1).Where(other => other.site != hosts[i].site && other.host.Overlaps(hosts[i].host)))
            {
                report.Mistake(host == hosts[i].host
                    ? $"Sites:{hosts[i].site}:Hosts and Sites:{site}:Hosts both have \"{host}\". Leave it with one of them."
                    : $"Sites:{hosts[i].site}:Hosts has \"{hosts[i].host}\" and Sites:{site}:Hosts has \"{host}\", which overlap. "
                        + "Name each site's hosts one by one, so that every host has one operator.");
            }
        }
    }

    /// <summary>Sites that a hand-written route of YARP's names in its metadata: they need no Origins.</summary>
    private static HashSet<string> SitesWithRoutes(IConfiguration configuration) =>
        configuration.GetSection("ReverseProxy:Routes").GetChildren()
            .Select(route => route["Metadata:Site"])
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
