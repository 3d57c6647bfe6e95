using CookieGateway.Consent.Decisions;
using CookieGateway.Cookies;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Tests.Cookies;

public sealed class RequestCookiesTests
{
    [Theory]
    [InlineData("session=1; basket=a=b; ; empty=; =nameless; alone")]
    [InlineData("")]
    public void Where_nothing_is_held_nothing_is_written_anew(string header)
    {
        var cookies = Judge(header);

        Assert.False(cookies.Changed);
        Assert.Equal(header, cookies.ForOrigin);
    }

    [Theory]
    [InlineData("_ga=1", "")]
    [InlineData("session=1; _ga=GA1.2.3; _ym_uid=16; basket=\"a; b", "session=1; basket=\"a; b")]
    [InlineData("_ga=1;session=1;_ga=2", "session=1")]
    [InlineData("cg_consent=token; session=1", "session=1")]
    public void What_is_held_is_taken_out_and_the_rest_stays_as_it_is(string header, string expected)
    {
        var cookies = Judge(header);

        Assert.True(cookies.Changed);
        Assert.Equal(expected, cookies.ForOrigin.ToString());
    }

    [Fact]
    public void Names_of_held_cookies_are_told_once_and_without_the_gateways_own() =>
        Assert.Equal(["_ga", "_ym_uid"], Judge("_ga=1; cg_consent=x; _ga=2; session=1; _ym_uid=3").Held);

    private static RequestCookies Judge(string header) =>
        RequestCookies.Judge(new StringValues(header), SomeSite.With(), VisitorConsent.Undecided);
}
