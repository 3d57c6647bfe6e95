using System.IO.Compression;
using System.Text;
using CookieGateway.Banner;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Banner;

/// <summary>What a page view costs. FIELD (b) 16: "slow paint". The figures are bytes after brotli, as a browser gets them.</summary>
public sealed class WeightTests
{
    private const int GuardLimit = 2_560;
    private const int PageLimit = 8 * 1024;

    [Fact]
    public void The_guard_weighs_at_most_two_and_a_half_kilobytes_without_its_rules() =>
        Assert.InRange(Brotli(AssetText.Read("guard.js", "cg")), 1, GuardLimit);

    /// <summary>The rules of a site of its own count too. What a browser really transfers is measured over the demo, in Promises/WeightTests.</summary>
    [Theory]
    [InlineData("ru", "hold")]
    [InlineData("kk", "hold")]
    [InlineData("en", "hold")]
    [InlineData("kk", "report")]
    public void All_that_a_page_view_gets_weighs_at_most_eight_kilobytes(string language, string unclassified)
    {
        var site = SomeSite.With(("Trackers:Unclassified", unclassified));
        var assets = new AssetLibrary();
        var page = new BannerRenderer(assets, _ => []).For(site, VisitorConsent.Undecided, null, CspPermissions.Unrestricted);

        var markup = Brotli(Encoding.ASCII.GetString(page.HeadStart.Span) + Encoding.ASCII.GetString(page.BodyStart(language).Span));
        var scripts = assets.Find(site, "guard.js")!.Brotli.Length + assets.Find(site, "banner.js")!.Brotli.Length;

        Assert.InRange(markup + scripts, 1, PageLimit);
    }

    private static int Brotli(string text)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray().Length;
    }
}
