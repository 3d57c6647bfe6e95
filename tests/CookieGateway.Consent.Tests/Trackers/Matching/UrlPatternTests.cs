using System.Text;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Tests.Trackers.Matching;

public sealed class UrlPatternTests
{
    [Theory]
    [InlineData("/counter.", "https://a.example/counter.js")]
    [InlineData("||ads.example^", "https://ads.example/")]
    [InlineData("||ads.example^", "https://x.ads.example/a")]
    [InlineData("||ads.example^", "https://ads.example:8080/")]
    [InlineData("||ads.example/x*/y", "https://ads.example/xx/y")]
    [InlineData("||example^*/pixel?", "https://example/a/pixel?b")]
    [InlineData("|https://a.example/", "https://a.example/b")]
    [InlineData("/pixel.gif|", "https://a.example/pixel.gif")]
    [InlineData("/pixel^", "https://a.example/pixel")]
    [InlineData("/pixel^|", "https://a.example/pixel")]
    [InlineData("/pixel^|", "https://a.example/pixel/")]
    [InlineData("/a*b|", "https://a.example/a/b/b")]
    [InlineData("/TAG.js", "https://a.example/tag.js")]
    [InlineData("*/tag.js*", "https://a.example/tag.js?x")]
    public void A_pattern_fits(string pattern, string url) => Assert.True(Fits(pattern, url));

    [Theory]
    [InlineData("||ads.example^", "https://badads.example/")]
    [InlineData("||ads.example^", "https://ads.example.org/")]
    [InlineData("||ads.example^", "https://other.example/?https://ads.example/")]
    [InlineData("|https://a.example/", "https://b.example/https://a.example/")]
    [InlineData("/pixel.gif|", "https://a.example/pixel.gif?x")]
    [InlineData("/pixel^", "https://a.example/pixels")]
    [InlineData("/pixel^", "https://a.example/pixel-1")]
    [InlineData("/x*/y", "https://a.example/y/x")]
    public void A_pattern_does_not_fit(string pattern, string url) => Assert.False(Fits(pattern, url));

    private static bool Fits(string pattern, string url)
    {
        var host = new Uri(url).Host;
        return new UrlPattern(pattern).Fits(Encoding.UTF8.GetBytes(url), 8..(8 + host.Length));
    }
}
