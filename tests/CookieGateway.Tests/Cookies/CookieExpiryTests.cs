using CookieGateway.Cookies;

namespace CookieGateway.Tests.Cookies;

public sealed class CookieExpiryTests
{
    private const string Gone = "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";

    [Fact]
    public void Every_domain_above_the_host_may_hold_the_cookie() => Assert.Equal(
        [
            "_ga=; Path=/" + Gone,
            "_ga=; Path=/; Domain=shop.clinic.kz" + Gone,
            "_ga=; Path=/; Domain=clinic.kz" + Gone,
        ],
        CookieExpiry.Lines(["_ga"], "shop.clinic.kz", "/", isHttps: false));

    [Fact]
    public void Over_https_the_partitioned_one_is_another_cookie() => Assert.Equal(
        [
            "_ga=; Path=/" + Gone + "; Secure",
            "_ga=; Path=/" + Gone + "; Secure; SameSite=None; Partitioned",
            "_ga=; Path=/; Domain=clinic.kz" + Gone + "; Secure",
            "_ga=; Path=/; Domain=clinic.kz" + Gone + "; Secure; SameSite=None; Partitioned",
        ],
        CookieExpiry.Lines(["_ga"], "clinic.kz", "/", isHttps: true));

    [Fact]
    public void A_cookie_of_one_host_has_no_domain() => Assert.Equal(
        ["__Host-id=; Path=/" + Gone + "; Secure", "__Host-id=; Path=/" + Gone + "; Secure; SameSite=None; Partitioned"],
        CookieExpiry.Lines(["__Host-id"], "clinic.kz", "/", isHttps: true));

    [Fact]
    public void Folders_on_the_way_come_after_the_root() => Assert.Equal(
        ["/", "/a", "/a/", "/a/b"],
        CookieExpiry.Lines(["x"], "localhost", "/a/b", isHttps: false).Select(line => line.Split("Path=")[1].Split(';')[0]));

    [Fact]
    public void Nothing_of_a_path_can_add_an_attribute() =>
        Assert.DoesNotContain(CookieExpiry.Lines(["x"], "localhost", "/a;Domain=evil/b", isHttps: false), line => line.Contains("evil", StringComparison.Ordinal));

    [Fact]
    public void A_flood_of_cookies_makes_no_flood_of_headers() =>
        Assert.Equal(120, CookieExpiry.Lines(Enumerable.Range(0, 500).Select(i => $"_ga_{i}"), "a.b.clinic.kz", "/x/y", isHttps: true).Count());
}
