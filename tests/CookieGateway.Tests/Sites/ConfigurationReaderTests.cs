using System.Text;
using CookieGateway.Sites;
using CookieGateway.Sites.Reading;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CookieGateway.Tests.Sites;

public sealed class ConfigurationReaderTests
{
    [Fact]
    public void A_minimal_site_is_enough_and_everything_else_has_a_default()
    {
        var site = Assert.Single(Read("""{ "Sites": { "x": { "Hosts": ["x.kz"], "Origins": ["http://10.0.0.1"] } } }""").Sites);

        Assert.Equal("x", site.Id);
        Assert.Equal([new Uri("http://10.0.0.1")], site.Origins);
        Assert.Equal(["ru", "kk", "en"], site.Languages);
        Assert.Equal(TimeSpan.FromDays(180), site.Consent.Term);
        Assert.Equal(SignalMeaning.Refuse, site.Consent.Gpc);
        Assert.Equal(IpStorage.Full, site.Consent.IpStorage);
        Assert.Equal(Enforcement.Seamless, site.Enforcement);
        Assert.Equal("bottom", site.Banner.Position);
        Assert.Equal("/_consent", site.PathPrefix);
        Assert.Equal("cg_consent", site.CookieName);
        Assert.Empty(site.CookieDomains);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_each_with_its_key_what_was_seen_and_what_to_do()
    {
        var problem = Assert.Throws<ConfigurationMistakesException>(() => Read("""
            {
              "Gateway": { "Brnd": "x", "PathPrefix": "consent", "TrustedProxies": ["10.0.0.0/99"], "SigningKey": "short", "DashboardUrl": "8081" },
              "Sites": {
                "a": {
                  "Hosts": ["a.kz:80", "*.a.kz"],
                  "CookieDomains": ["other.kz"],
                  "Origin": ["http://10.0.0.5"],
                  "Languages": ["de"],
                  "Operator": { "Id": "180740027338", "Email": "info", "Country": "Kazakhstan" },
                  "Policy": { "Url": "privacy", "Versions": [ { "Version": "1" }, { "InForce": "2023-11-01" } ] },
                  "Consent": { "TermDays": "abc", "Gpc": "maybe", "ConsentMode": "full", "RecordRetentionDays": 100, "AskAgainAfter": "soon" },
                  "Trackers": { "Unclassified": "drop", "Allow": ["http://x"], "Overrides": { "yandex-metrica": "Necessary" }, "Lists": ["none.txt"], "Declared": ["meta-pixl"] },
                  "Enforcement": "hard",
                  "Banner": { "Position": "middle" }
                },
                "b": { "Hosts": ["b.a.kz"], "Origins": ["10.0.0.5"] }
              }
            }
            """));

        Assert.Equal(
            [
                "Gateway:Brnd is not a key of the configuration. Did you mean Brand?",
                "Gateway:DashboardUrl is \"8081\". Write the address to listen on, as in \"http://127.0.0.1:8081\".",
                "Gateway:PathPrefix is \"consent\". Write a slash and one word of letters, digits, hyphens and underscores, as in \"/_consent\".",
                "Gateway:TrustedProxies:0 is \"10.0.0.0/99\". Write an address or a network, as in \"10.0.0.5\" or \"10.0.0.0/8\".",
                "Gateway:SigningKey has 5 characters that are not 32 or more bytes in Base64. Make a key with \"openssl rand -base64 32\".",
                "Sites:a:Origin is not a key of the configuration. Did you mean Origins?",
                "Sites:a:Hosts:0 is \"a.kz:80\". Write a host name without scheme, port or path, as in \"clinic.kz\" or \"*.clinic.kz\" for all its subdomains.",
                "Sites:a:CookieDomains:0 is \"other.kz\", and none of the site's hosts lies under it. A browser keeps a cookie only for a domain that the host belongs to.",
                "Sites:a:Operator:Country is \"Kazakhstan\". Write the country's code of two capital letters (ISO 3166-1), as in \"KZ\".",
                "Sites:a:Operator:Email is \"info\". Write an e-mail address, as in \"info@clinic.kz\".",
                "Sites:a:Policy:Versions:0:InForce is missing. Write the date of entry into force, as in \"2023-11-01\".",
                "Sites:a:Policy:Versions:1:Version is missing. Write the version as the policy itself prints it, as in \"1.01\".",
                "Sites:a:Policy:Url is \"privacy\". Write a path of the site, as in \"/privacy\", or a whole address.",
                "Sites:a:Consent:TermDays is \"abc\". Write a whole number from 1 to 400.",
                "Sites:a:Consent:RecordRetentionDays is 100, less than TermDays, which is 180. A decision counts for its whole term, so its record must be kept at least as long.",
                "Sites:a:Consent:Gpc is \"maybe\". It must be \"refuse\" or \"ask\".",
                "Sites:a:Consent:ConsentMode is \"full\". It must be \"basic\" or \"advanced\".",
                "Sites:a:Consent:AskAgainAfter is \"soon\". Write a date, as in \"2023-11-01\", or a moment, as in \"2023-11-01T00:00:00+05:00\".",
                "Sites:a:Trackers:Unclassified is \"drop\". It must be \"hold\" or \"report\".",
                "Sites:a:Trackers:Allow:0 is \"http://x\". Write a host, which stands for its subdomains too, as in \"cdn.clinic.kz\", or a host and the beginning of a path, as in \"cdn.clinic.kz/lib/\".",
                "Sites:a:Trackers:Overrides:yandex-metrica names no tracker of the catalog. Did you mean yandex-metrika?",
                $"Sites:a:Trackers:Lists:0 is \"none.txt\". There is no readable file \"{Path.GetFullPath("none.txt", "/nowhere")}\". Name a filter list in Adblock Plus syntax, relative to the configuration file.",
                "Sites:a:Trackers:Declared:0 is \"meta-pixl\", which names no tracker of the catalog. Did you mean meta-pixel?",
                "Sites:a:Origins is empty. Name the site's own web server, as in [\"http://10.0.0.5:8080\"].",
                "Sites:a:Languages:0 is \"de\". It must be \"ru\", \"kk\" or \"en\".",
                "Sites:a:Enforcement is \"hard\". It must be \"seamless\" or \"strict\".",
                "Sites:a:Banner:Position is \"middle\". It must be \"bottom\", \"top\" or \"corner\".",
                "Sites:b:Origins:0 is \"10.0.0.5\". It must be the origin's address without a path, as in \"http://10.0.0.5:8080\".",
                "Sites:a:Hosts has \"*.a.kz\" and Sites:b:Hosts has \"b.a.kz\", which overlap. Name each site's hosts one by one, so that every host has one operator.",
            ],
            problem.Mistakes);
    }

    [Fact]
    public void Without_sites_there_is_nothing_to_serve()
    {
        var problem = Assert.Throws<ConfigurationMistakesException>(() => Read("{ }"));

        Assert.Equal(
            ["Sites is empty. Name at least one, as in \"Sites\": { \"clinic\": { \"Hosts\": [\"clinic.kz\"], \"Origins\": [\"http://10.0.0.5\"] } }."],
            problem.Mistakes);
    }

    [Fact]
    public void The_advanced_form_of_Consent_Mode_is_warned_of_loudly_and_the_basic_one_is_the_default()
    {
        const string Site = "\"Hosts\": [\"x.kz\"], \"Origins\": [\"http://10.0.0.1\"]";
        var basic = Read($$"""{ "Sites": { "x": { {{Site}} } } }""").Sites[0];
        var advanced = Read($$"""{ "Sites": { "x": { {{Site}}, "Consent": { "ConsentMode": "advanced" } } } }""").Sites[0];

        Assert.Equal(ConsentMode.Basic, basic.Consent.ConsentMode);
        Assert.Equal(
            [
                "Sites:x:Consent:ConsentMode is \"advanced\". Google's tags then load before anybody has consented, and after a refusal too: they set no cookies, but Google learns the visitor's IP address and the page. That nothing reaches a tracker before consent does not hold for Google on this site, and the banner says so. Write \"basic\" to hold them like all others.",
            ],
            advanced.Warnings.Except(basic.Warnings));
    }

    [Fact]
    public void What_the_law_wants_and_nobody_has_filled_in_is_a_warning() => Assert.Equal(
        [
            "Sites:x:Operator:Name:ru is missing. Law 94-V, article 8(4): a consent names the operator; the language law wants the name in Kazakh and in Russian.",
            "Sites:x:Operator:Name:kk is missing. Law 94-V, article 8(4): a consent names the operator; the language law wants the name in Kazakh and in Russian.",
            "Sites:x:Operator:Id is missing. Law 94-V, article 8(4): a consent names the operator's BIN or IIN.",
            "Sites:x:Operator has neither Address, Email nor Phone. A visitor must be able to reach the operator to withdraw a consent.",
            "Sites:x:Policy:Versions is empty. A record then cannot show which policy the visitor agreed to.",
            "Sites:x:Policy:Url is missing. The banner cannot lead to the operator's privacy policy.",
        ],
        Read("""{ "Sites": { "x": { "Hosts": ["x.kz"], "Origins": ["http://10.0.0.1"] } } }""").Sites[0].Warnings);

    [Theory]
    [InlineData("""["x.kz"]""", "")]
    [InlineData("""["x.kz", "www.x.kz"]""", "x.kz")]
    [InlineData("""["*.x.kz"]""", "x.kz")]
    [InlineData("""["x.com", "www.x.com", "x.kz", "*.x.kz"]""", "x.com,x.kz")]
    public void One_answer_holds_for_the_hosts_under_one_domain(string hosts, string domains) => Assert.Equal(
        domains,
        string.Join(',', Read($$"""{ "Sites": { "x": { "Hosts": {{hosts}}, "Origins": ["http://10.0.0.1"] } } }""").Sites[0].CookieDomains));

    [Fact]
    public void The_policy_in_force_goes_by_the_date_in_Kazakhstan()
    {
        var policy = SomeSite.With(
            ("Policy:Versions:0:Version", "1.00"), ("Policy:Versions:0:InForce", "2020-01-01"),
            ("Policy:Versions:1:Version", "1.01"), ("Policy:Versions:1:InForce", "2023-11-01")).Policy;

        Assert.Null(policy.InForceAt(DateTimeOffset.Parse("2019-12-31T18:59:59Z", null)));
        Assert.Equal("1.00", policy.InForceAt(DateTimeOffset.Parse("2023-10-31T18:59:59Z", null))?.Version);
        Assert.Equal("1.01", policy.InForceAt(DateTimeOffset.Parse("2023-10-31T19:00:00Z", null))?.Version);
    }

    [Fact]
    public void A_site_that_a_route_of_YARPs_own_serves_needs_no_origin() => Assert.Empty(Read("""
        {
          "ReverseProxy": { "Routes": { "r": { "ClusterId": "c", "Match": { "Hosts": ["x.kz"] }, "Metadata": { "Site": "x" } } } },
          "Sites": { "x": { "Hosts": ["x.kz"] } }
        }
        """).Sites[0].Origins);

    [Fact]
    public void A_site_that_says_what_it_said_before_stays_the_same_object()
    {
        const string Two = """{ "Sites": { "x": { "Hosts": ["x.kz"], "Origins": ["http://10.0.0.1"] }, "y": { "Hosts": ["y.kz"], "Origins": ["http://10.0.0.2"] } } }""";
        var before = Read(Two).Sites;

        var after = ConfigurationReader.Read(Json(Two.Replace("10.0.0.2", "10.0.0.3", StringComparison.Ordinal)), "/nowhere", before).Sites;

        Assert.Same(before[0], after[0]);
        Assert.NotSame(before[1], after[1]);
        Assert.NotEqual(before[1].Revision, after[1].Revision);
    }

    private static GatewayConfiguration Read(string json) => ConfigurationReader.Read(Json(json), "/nowhere");

    private static IConfiguration Json(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
