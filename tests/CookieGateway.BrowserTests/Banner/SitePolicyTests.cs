using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>
/// Complaint 17, over the real gateway: whatever policy a page brings along, the banner works in it or falls back to its form, trackers
/// stay held, and the policy arrives as the site has sent it.
/// </summary>
[Collection(nameof(BrowserCollection))]
public sealed class SitePolicyTests(BrowserFixture browser)
{
    private const string Nonce = "script-src 'nonce-r4nd0m'; style-src 'nonce-r4nd0m'";
    private const string OwnOnly = "default-src 'self'";
    private const string Self = "script-src 'self'; style-src 'self'";

    /// <summary>Name, headers (a bar between two), report-only header, policy in a meta, whether the banner works in place.</summary>
    public static TheoryData<string, string, string, string, bool> Policies => new()
    {
        { "none", "", "", "", true },
        { "a nonce", Nonce, "", "", true },
        { "a nonce and strict-dynamic", "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'", "", "", true },
        { "hashes beside self", "script-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src 'self'", "", "", true },
        { "hashes alone", "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", "", "", false },
        { "self only", OwnOnly, "", "", true },
        { "unsafe-inline", "default-src 'self' 'unsafe-inline'", "", "", true },
        { "nothing but forms", "default-src 'none'; form-action 'self'", "", "", false },
        { "a sandbox with forms", "sandbox allow-same-origin allow-forms", "", "", false },
        { "a sandbox with scripts", "sandbox allow-same-origin allow-forms allow-scripts", "", "", true },
        { "two headers, both permitting", Nonce + "|" + "object-src 'none'", "", "", true },
        { "two headers, one forbidding", Self + "|script-src 'none'", "", "", false },
        { "report-only, forbidding all", "", "default-src 'none'", "", true },
        { "Trusted Types", "require-trusted-types-for 'script'; trusted-types 'none'", "", "", true },
        { "a meta that permits self", "", "", "script-src 'self'; style-src 'self' 'unsafe-inline'", true },
        { "a meta that forbids all scripts", "", "", "script-src 'none'", false },
    };

    [Theory, MemberData(nameof(Policies))]
    public async Task The_banner_works_or_falls_back_to_its_form_under(string name, string headers, string reportOnly, string meta, bool inPlace)
    {
        var sent = headers.Split('|', StringSplitOptions.RemoveEmptyEntries);
        await using var site = await RealSite.StartAsync(http =>
        {
            http.Response.Headers.ContentSecurityPolicy = sent;
            if (reportOnly.Length > 0)
            {
                http.Response.Headers.ContentSecurityPolicyReportOnly = reportOnly;
            }

            var policy = meta.Length > 0 ? $"<meta http-equiv=\"Content-Security-Policy\" content=\"{meta}\">" : "";
            return $"""
                <!doctype html><html lang="ru"><head><meta charset="utf-8">{policy}<title>Клиника</title></head><body><h1>Клиника</h1>
                <script nonce="r4nd0m" src="https://mc.yandex.ru/metrika/tag.js"></script><img src="https://mc.yandex.ru/watch/1" alt=""></body></html>
                """;
        });
        await using var visitor = await browser.NewVisitorAsync();
        var page = await visitor.Page.GotoAsync(site.AddressOf("/prices").AbsoluteUri);
        await visitor.RestAsync();

        Assert.Equal(sent, (await page!.HeadersArrayAsync()).Where(header => header.Name.Equals("content-security-policy", StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value.Split('\n')));
        Assert.True(await visitor.Banner.IsShownAsync(), $"No banner under {name}.");
        await visitor.Banner.RefuseAllAsync();

        Assert.Equal(inPlace, await visitor.Page.EvaluateAsync<bool>("!!window.cookieConsent"));
        Assert.Equal("/prices", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.OpenAsync(site.AddressOf("/prices"));
        Assert.Equal(0, await visitor.Banner.Banner.CountAsync());
        Assert.Empty(visitor.ForeignRequests);
    }
}
