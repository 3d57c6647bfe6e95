using CookieGateway.Sites;
using CookieGateway.Sites.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CookieGateway.Tests.Sites;

public sealed class SiteCatalogTests
{
    private static readonly SiteCatalog Sites = new(ConfigurationReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sites:one:Hosts:0"] = "one.kz",
            ["Sites:one:Hosts:1"] = "*.one.kz",
            ["Sites:one:Origins:0"] = "http://10.0.0.1",
            ["Sites:two:Hosts:0"] = "*.deep.two.kz",
            ["Sites:two:Hosts:1"] = "стоматология.рф",
            ["Sites:two:Origins:0"] = "http://10.0.0.2",
        }).Build(),
        baseDirectory: "/").Sites);

    [Theory]
    [InlineData("one.kz", "one")]
    [InlineData("ONE.kz:8080", "one")]
    [InlineData("a.one.kz", "one")]
    [InlineData("a.b.c.one.kz:1", "one")]
    [InlineData("x.deep.two.kz", "two")]
    [InlineData("xn--80agpkdlcbvkd5n.xn--p1ai", "two")]
    public void A_host_finds_its_site_at_every_depth_and_on_every_port(string host, string id) =>
        Assert.Equal(id, Sites.Find(new HostString(host))?.Id);

    [Theory]
    [InlineData("")]
    [InlineData("kz")]
    [InlineData("done.kz")]
    [InlineData("deep.two.kz")]
    [InlineData("two.kz")]
    [InlineData("one.kz.evil.test")]
    [InlineData(".one.kz")]
    [InlineData("one.kz.")]
    [InlineData("[::1]:80")]
    public void Any_other_host_finds_none(string host) => Assert.Null(Sites.Find(new HostString(host)));
}
