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

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public void All_that_a_page_view_gets_weighs_at_most_eight_kilobytes_without_the_rules(string language)
    {
        var site = SomeSite.With();
        var page = new BannerRenderer(new AssetLibrary(), _ => []).For(site, VisitorConsent.Undecided, null, CspPermissions.Unrestricted);

        var markup = Brotli(Encoding.ASCII.GetString(page.HeadStart.Span) + Encoding.ASCII.GetString(page.BodyStart(language).Span));
        var scripts = Brotli(AssetText.Read("guard.js", "cg") + AssetText.Read("stubs.js", "cg")) + Brotli(AssetText.Read("banner.js", "cg"));

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
