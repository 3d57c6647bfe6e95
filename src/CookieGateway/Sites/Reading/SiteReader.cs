using CookieGateway.Consent.Trackers;

namespace CookieGateway.Sites.Reading;

/// <summary>Reads one block under <c>Sites</c>.</summary>
internal sealed class SiteReader(GatewaySettings gateway, string baseDirectory, IReadOnlySet<string> sitesWithRoutes)
{
    private static readonly string[] KnownLanguages = ["ru", "kk", "en"];

    private readonly FilterLists _lists = new(baseDirectory);

    public Site Read(string id, SectionReader section, string revision)
    {
        section.KnowsOnly(
            "Hosts", "CookieDomains", "Origins", "Health", "Languages", "Operator", "Policy", "Consent", "Trackers", "Enforcement", "Banner");
        CheckId(id, section);

        var hosts = HostsReader.ReadHosts(section);
        var cookieDomains = HostsReader.ReadCookieDomains(section, hosts);
        var clinic = OperatorReader.Read(section.Part("Operator"));
        var policy = new PolicyReader(section.Part("Policy"), baseDirectory).Read();
        var consent = ConsentRulesReader.Read(section.Part("Consent"));
        var rules = WithConsentMode(new TrackersReader(section.Part("Trackers"), _lists).Read(hosts, cookieDomains), consent.ConsentMode);

        return new Site
        {
            Id = id,
            Hosts = hosts,
            CookieDomains = cookieDomains,
            Origins = OriginReader.ReadOrigins(section, sitesWithRoutes.Contains(id)),
            Health = OriginReader.ReadHealth(section),
            Languages = ReadLanguages(section),
            Operator = clinic,
            Policy = policy,
            Consent = consent,
            TrackerRules = rules,
            Judge = new TrackerJudge(TrackerCatalog.BuiltIn, rules),
            Enforcement = section.Word("Enforcement", Enforcement.Seamless),
            Banner = BannerReader.Read(section.Part("Banner")),
            PathPrefix = gateway.PathPrefix,
            Brand = gateway.Brand,
            Revision = revision,
            Warnings = [.. Warnings(section.Path, clinic, policy, consent)],
        };
    }

    private static void CheckId(string id, SectionReader section)
    {
        if (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '_'))
        {
            section.Mistake($"{section.Path} has a name that Redis keys cannot carry. "
                + "Use at most 64 lower-case letters, digits, hyphens and dots, as in \"clinic-almaty\".");
        }
    }

    private static string[] ReadLanguages(SectionReader section)
    {
        var languages = new List<string>();
        foreach (var (key, text) in section.Texts("Languages"))
        {
            if (KnownLanguages.Contains(text, StringComparer.Ordinal))
            {
                languages.Add(text);
            }
            else
            {
                section.Mistake($"{key} is \"{text}\". It must be {Words.Either(KnownLanguages)}.");
            }
        }

        return languages.Count > 0 ? [.. languages.Distinct(StringComparer.Ordinal)] : KnownLanguages;
    }

    // What the tags may load joins what the site allows: rewriter, guard and Content-Security-Policy then say the same of it.
    private static TrackerRules WithConsentMode(TrackerRules rules, ConsentMode mode) => mode == ConsentMode.Basic
        ? rules
        : rules with { AdvancedConsentMode = true, Allow = [.. rules.Allow, .. ConsentModeTags.Addresses] };

    private static IEnumerable<string> Warnings(string path, Operator clinic, Policy policy, ConsentRules consent)
    {
        if (consent.ConsentMode == ConsentMode.Advanced)
        {
            yield return $"{path}:Consent:ConsentMode is \"advanced\". Google's tags then load before anybody has consented, and after a refusal too: "
                + "they set no cookies, but Google learns the visitor's IP address and the page. That nothing reaches a tracker before consent "
                + "does not hold for Google on this site, and the banner says so. Write \"basic\" to hold them like all others.";
        }

        foreach (var warning in OperatorReader.Warnings($"{path}:Operator", clinic))
        {
            yield return warning;
        }

        if (policy.Versions.Count == 0)
        {
            yield return $"{path}:Policy:Versions is empty. A record then cannot show which policy the visitor agreed to.";
        }

        if (policy.Url is null)
        {
            yield return $"{path}:Policy:Url is missing. The banner cannot lead to the operator's privacy policy.";
        }
    }
}
