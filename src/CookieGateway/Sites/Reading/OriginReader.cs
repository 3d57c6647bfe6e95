using Yarp.ReverseProxy.LoadBalancing;

namespace CookieGateway.Sites.Reading;

/// <summary>Reads <c>Origins</c> of a site and what YARP is told about them.</summary>
internal static class OriginReader
{
    private static readonly string[] Policies =
    [
        LoadBalancingPolicies.PowerOfTwoChoices, LoadBalancingPolicies.RoundRobin, LoadBalancingPolicies.LeastRequests,
        LoadBalancingPolicies.Random, LoadBalancingPolicies.FirstAlphabetical,
    ];

    public static IReadOnlyList<Uri> ReadOrigins(SectionReader site, bool hasOwnRoute)
    {
        var origins = new List<Uri>();
        foreach (var (key, text) in site.Texts("Origins"))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https"
                && origin is { PathAndQuery: "/", Fragment: "", UserInfo: "" })
            {
                origins.Add(origin);
            }
            else
            {
                site.Mistake($"{key} is \"{text}\". It must be the origin's address without a path, as in \"http://10.0.0.5:8080\".");
            }
        }

        if (!site.Texts("Origins").Any() && !hasOwnRoute)
        {
            site.Mistake($"{site.Path}:Origins is empty. Name the site's own web server, as in [\"http://10.0.0.5:8080\"].");
        }

        return origins;
    }

    public static OriginHealth ReadHealth(SectionReader site)
    {
        var health = site.Part("Health");
        health.KnowsOnly("Balancing", "Path", "IntervalSeconds", "PatienceSeconds");
        var balancing = health.Text("Balancing");
        if (balancing is not null && !Policies.Contains(balancing, StringComparer.Ordinal))
        {
            health.Mistake("Balancing", balancing, $"It must be {Words.Either(Policies)}.");
        }

        var path = health.Text("Path");
        if (path is not null && !path.StartsWith('/'))
        {
            health.Mistake("Path", path, "It must start with a slash, as in \"/health\".");
        }

        return new OriginHealth
        {
            Balancing = balancing ?? LoadBalancingPolicies.PowerOfTwoChoices,
            CheckPath = path,
            CheckInterval = TimeSpan.FromSeconds(health.Number("IntervalSeconds", 15, 1, 3600)),
            Patience = TimeSpan.FromSeconds(health.Number("PatienceSeconds", 600, 1, 86400)),
        };
    }
}
