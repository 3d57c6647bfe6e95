using System.Text.Json.Nodes;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Request;

public sealed class TrustedHopTests(WireFixture wire, TrustedHopTests.Trusting trusting)
    : IClassFixture<WireFixture>, IClassFixture<TrustedHopTests.Trusting>
{
    [Fact]
    public async Task Nobody_is_trusted_by_default()
    {
        wire.Begin();

        await RawClient.GetAsync(wire.Address, "/",
            "X-Forwarded-For: 6.6.6.6", "Forwarded: for=6.6.6.6", "X-Real-IP: 6.6.6.6", "True-Client-IP: 6.6.6.6", "CF-Connecting-IP: 6.6.6.6",
            "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.test");

        Assert.DoesNotContain("6.6.6.6", wire.Origin.LastHead, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", wire.Origin.Header("X-Forwarded-For"));
        Assert.Equal("http", wire.Origin.Header("X-Forwarded-Proto"));
        Assert.Equal("clinic.test", wire.Origin.Header("X-Forwarded-Host"));
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("6.6.6.6, 203.0.113.9", "203.0.113.9")]
    [InlineData("6.6.6.6, 203.0.113.9, 10.0.0.7", "203.0.113.9")]
    [InlineData("203.0.113.9:4711", "203.0.113.9")]
    [InlineData("[2001:db8::1]:4711", "2001:db8::1")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("6.6.6.6, unknown", "127.0.0.1")]
    [InlineData("", "127.0.0.1")]
    public async Task Behind_a_trusted_proxy_the_first_hop_that_is_not_trusted_counts(string forwardedFor, string expected)
    {
        trusting.Begin();

        await RawClient.GetAsync(trusting.Address, "/", "X-Forwarded-For: " + forwardedFor, "X-Forwarded-Proto: https");

        Assert.Equal(expected, trusting.Origin.Header("X-Forwarded-For"));
        Assert.Equal("https", trusting.Origin.Header("X-Forwarded-Proto"));
    }

    public sealed class Trusting : WireFixture
    {
        protected override void Configure(JsonObject configuration) =>
            configuration["Gateway"]!["TrustedProxies"] = new JsonArray("127.0.0.0/8", "10.0.0.0/8");
    }
}
