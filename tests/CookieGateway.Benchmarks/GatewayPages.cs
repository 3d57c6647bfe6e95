using CookieGateway.Banner;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Proxying.Response;
using CookieGateway.Proxying.Response.Holding;
using CookieGateway.Sites;
using CookieGateway.Sites.Reading;
using Microsoft.Extensions.Configuration;

namespace CookieGateway.Benchmarks;

/// <summary>Pages as the gateway rewrites them for a visitor who has not answered, guard and banner included.</summary>
internal static class GatewayPages
{
    private static readonly Sink Output = new();
    private static readonly PageContext Page = Make();

    private static readonly PageMemory Memory = PageMemory.Of(Page.Site.Judge);

    /// <summary>As from the third visit on: the site's scripts, style sheets and addresses have been judged before.</summary>
    public static void Rewrite(byte[] page) => Rewrite(page, Memory);

    /// <summary>As if nothing on the page had ever been seen: everything is judged anew.</summary>
    public static void RewriteUnseen(byte[] page) => Rewrite(page, PageMemory.None);

    private static void Rewrite(byte[] page, PageMemory memory)
    {
        using (var rewrite = PageRewrite.Begin(Page, memory, nesting: 0, isGuarded: true, Output.Clear()))
        {
            rewrite.Write(page);
            rewrite.End();
        }

        Page.Findings.Clear();
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
            Insertions = banner.For(site, VisitorConsent.Undecided, null, CspPermissions.Unrestricted),
        };
    }
}
