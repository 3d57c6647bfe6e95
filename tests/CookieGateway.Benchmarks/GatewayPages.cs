using CookieGateway.Banner;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Proxying.Response;
using CookieGateway.Proxying.Response.Holding;
using CookieGateway.Sites;
using CookieGateway.Sites.Reading;
using Microsoft.Extensions.Configuration;

namespace CookieGateway.Benchmarks;

/// <summary>Pages as the gateway rewrites them for a visitor who has not answered. The banner's own cost is left out: it is not the page's.</summary>
internal static class GatewayPages
{
    private static readonly Sink Output = new();
    private static readonly PageContext Page = Make();

    public static void Rewrite(byte[] page)
    {
        using var rewrite = PageRewrite.Begin(Page, Output.Clear());
        rewrite.Write(page);
        rewrite.End();
    }

    private static PageContext Make()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sites:clinic:Hosts:0"] = "clinic.example",
            ["Sites:clinic:Origins:0"] = "http://127.0.0.1:9",
        }).Build();
        Site site = ConfigurationReader.Read(configuration, AppContext.BaseDirectory).Sites.Single();
        var banner = new BannerRenderer(new AssetLibrary(), _ => []);
        return new PageContext
        {
            Site = site,
            Consent = VisitorConsent.Undecided,
            Address = new PageAddress("https", "clinic.example", "/"),
            Charset = "utf-8",
            IsDocument = false,
            IsTopDocument = false,
            Insertions = banner.For(site, VisitorConsent.Undecided, null, CspPermissions.Unrestricted),
        };
    }
}
