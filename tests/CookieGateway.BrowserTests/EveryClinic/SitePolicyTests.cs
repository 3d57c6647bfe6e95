using CookieGateway.BrowserTests.Support;
using CookieGateway.Demo.Clinics;

namespace CookieGateway.BrowserTests.EveryClinic;

/// <summary>
/// Complaint 17: whatever policy a clinic's page brings along, the banner works in it or falls back to its form, trackers stay held, and the
/// policy arrives as the site has sent it. Each policy meets one of the clinics.
/// </summary>
[Collection(nameof(DemoCollection))]
public sealed class SitePolicyTests(DemoBrowser browser)
{
    private const string Nonce = $"script-src 'nonce-{ClinicUnderPolicy.Nonce}'; style-src 'nonce-{ClinicUnderPolicy.Nonce}'";
    private const string OwnOnly = "default-src 'self'";
    private const string Self = "script-src 'self'; style-src 'self'";

    /// <summary>Name, headers (a bar between two), report-only header, policy in a meta, whether the banner works in place.</summary>
    private static readonly (string Name, string Headers, string ReportOnly, string Meta, bool InPlace)[] s_policies =
    [
        ("none", "", "", "", true),
        ("a nonce", Nonce, "", "", true),
        ("a nonce and strict-dynamic", $"script-src 'nonce-{ClinicUnderPolicy.Nonce}' 'strict-dynamic'; object-src 'none'; base-uri 'none'", "", "", true),
        ("hashes beside self", "script-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src 'self'", "", "", true),
        ("hashes alone", "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", "", "", false),
        ("self only", OwnOnly, "", "", true),
        ("unsafe-inline", "default-src 'self' 'unsafe-inline'", "", "", true),
        ("nothing but forms", "default-src 'none'; form-action 'self'", "", "", false),
        ("a sandbox with forms", "sandbox allow-same-origin allow-forms", "", "", false),
        ("a sandbox with scripts", "sandbox allow-same-origin allow-forms allow-scripts", "", "", true),
        ("two headers, both permitting", Nonce + "|" + "object-src 'none'", "", "", true),
        ("two headers, one forbidding", Self + "|script-src 'none'", "", "", false),
        ("report-only, forbidding all", "", "default-src 'none'", "", true),
        ("Trusted Types", "require-trusted-types-for 'script'; trusted-types 'none'", "", "", true),
        ("a meta that permits self", "", "", "script-src 'self'; style-src 'self' 'unsafe-inline'", true),
        ("a meta that forbids all scripts", "", "", "script-src 'none'", false),
    ];

    /// <summary>The number of a policy, its name, and the clinic that it meets.</summary>
    public static TheoryData<int, string, string> Policies
    {
        get
        {
            var policies = new TheoryData<int, string, string>();
            for (var number = 0; number < s_policies.Length; number++)
            {
                policies.Add(number, s_policies[number].Name, Clinic.All[number % Clinic.All.Count].Id);
            }

            return policies;
        }
    }

    [Theory, MemberData(nameof(Policies))]
    public async Task The_banner_works_or_falls_back_to_its_form_under(int number, string name, string clinic)
    {
        var (_, headers, reportOnly, meta, inPlace) = s_policies[number];
        var sent = headers.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var server = browser.Demo.Clinics.Single(one => one.Site.Clinic.Id == clinic);
        using var origin = new ClinicUnderPolicy(server.Address, server.Site.Clinic.Hosts[0]) { Headers = sent, ReportOnly = reportOnly, Meta = meta };
        await using var site = await RealSite.InFrontOfAsync(origin.AnswerAsync);
        await using var visitor = await browser.NewVisitorAsync();
        var page = await visitor.Page.GotoAsync(site.AddressOf("/privacy").AbsoluteUri);
        await visitor.RestAsync();

        Assert.Equal(sent, (await page!.HeadersArrayAsync()).Where(header => header.Name.Equals("content-security-policy", StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value.Split('\n')));
        Assert.True(await visitor.Banner.IsShownAsync(), $"No banner at {clinic} under {name}.");
        await visitor.Banner.RefuseAllAsync();

        Assert.Equal(inPlace, await visitor.Page.EvaluateAsync<bool>("!!window.cookieConsent"));
        Assert.Equal("/privacy", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.OpenAsync(site.AddressOf("/privacy"));
        Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        Assert.Empty(visitor.ForeignRequests);
    }
}
