using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Request;

/// <summary>What the origin gets, to the byte.</summary>
public sealed class TransparencyTests(WireFixture wire) : IClassFixture<WireFixture>
{
    [Theory]
    [InlineData("/a%2Fb")]
    [InlineData("/a/%2e%2e/b")]
    [InlineData("/a/../b")]
    [InlineData("//a//b")]
    [InlineData("/a\\b")]
    [InlineData("/%D0%BF%E0%A4")]
    [InlineData("/a?x=%0d%0a&y={}|^")]
    [InlineData("/a%252fb")]
    [InlineData("/a?q=a+b%20c&&=")]
    [InlineData("/")]
    [InlineData("/?")]
    public async Task The_target_arrives_as_it_was_sent(string target)
    {
        wire.Begin();

        await RawClient.GetAsync(wire.Address, target);

        Assert.Equal(target, wire.Origin.Target);
    }

    [Fact]
    public async Task An_absolute_target_arrives_as_its_path()
    {
        wire.Begin();

        await RawClient.GetAsync(wire.Address, $"http://{RunningGateway.Host}/a%2Fb?c");

        Assert.Equal("/a%2Fb?c", wire.Origin.Target);
    }

    [Theory]
    [InlineData("clinic.test")]
    [InlineData("CLINIC.test:8443")]
    [InlineData("a.b.clinic.test")]
    public async Task The_host_arrives_as_it_was_sent(string host)
    {
        wire.Begin();

        await RawClient.SendAsync(wire.Address, $"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.Equal(host, wire.Origin.Header("Host"));
    }

    [Fact]
    public async Task Header_bytes_of_any_encoding_pass_both_ways()
    {
        // UTF-8 and windows-1251 bytes, each shown as Latin-1.
        const string Utf8 = "\u00D0\u00BF\u00D1\u0080";
        const string Windows1251 = "\u00EF\u00F0";
        wire.Begin(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Disposition: inline; filename=\"{Utf8}{Windows1251}.pdf\"\r\n"
            + $"Set-Cookie: basket={Windows1251}\r\nContent-Length: 0\r\n\r\n");

        var answer = await RawClient.GetAsync(wire.Address, "/", $"Cookie: a={Utf8}; b={Windows1251}", "X-Empty:");

        Assert.Equal(200, RawClient.Status(answer));
        Assert.Contains($"filename=\"{Utf8}{Windows1251}.pdf\"", answer, StringComparison.Ordinal);
        Assert.Contains($"Set-Cookie: basket={Windows1251}\r\n", answer, StringComparison.Ordinal);
        Assert.Equal($"a={Utf8}; b={Windows1251}", wire.Origin.Header("Cookie"));
        Assert.Equal("", wire.Origin.Header("X-Empty"));
    }

    [Fact]
    public async Task A_header_that_the_Connection_header_names_ends_here()
    {
        wire.Begin();

        await RawClient.SendAsync(wire.Address,
            $"GET / HTTP/1.0\r\nHost: {RunningGateway.Host}\r\nConnection: x-HOP, Cookie, X-Forwarded-For, X-Consent\r\nX-Hop: s\r\nCookie: session=1\r\n\r\n");

        Assert.Null(wire.Origin.Header("X-Hop"));
        Assert.Equal("session=1", wire.Origin.Header("Cookie"));
        Assert.Equal("127.0.0.1", wire.Origin.Header("X-Forwarded-For"));
        Assert.NotNull(wire.Origin.Header("X-Consent"));
    }

    [Fact]
    public async Task A_header_that_the_origins_Connection_header_names_ends_here()
    {
        wire.Begin(
            "HTTP/1.1 200 OK\r\nConnection: X-Secret\r\nX-Secret: s\r\nKeep-Alive: timeout=5\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok");

        var answer = await RawClient.GetAsync(wire.Address, "/");

        Assert.DoesNotContain("X-Secret", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Keep-Alive", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Both_ways_the_gateway_is_named_in_Via()
    {
        wire.Begin("HTTP/1.1 200 OK\r\nVia: 1.0 cache\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok");

        var answer = await RawClient.GetAsync(wire.Address, "/", "Via: 1.1 office");

        Assert.Matches("^1\\.1 office, 1\\.1 cg-[0-9a-f]{8}$", wire.Origin.Header("Via"));
        Assert.Matches("Via: 1\\.0 cache, 1\\.1 cg-[0-9a-f]{8}\r\n", answer);
    }

    [Fact]
    public async Task What_browsers_say_passes_and_nothing_of_the_gateways_diagnostics_is_added()
    {
        wire.Begin();

        await RawClient.GetAsync(wire.Address, "/", "Upgrade-Insecure-Requests: 1", "Sec-GPC: 1");

        Assert.Equal("1", wire.Origin.Header("Upgrade-Insecure-Requests"));
        Assert.Equal("1", wire.Origin.Header("Sec-GPC"));
        Assert.Null(wire.Origin.Header("traceparent"));
        Assert.Null(wire.Origin.Header("Request-Id"));
    }

    [Fact]
    public async Task The_origin_is_offered_only_codings_that_the_gateway_reads()
    {
        wire.Begin();

        await RawClient.GetAsync(wire.Address, "/", "Accept-Encoding: zstd, gzip;q=0.8, dcb, br", "Available-Dictionary: :abc=:");

        Assert.Equal("gzip;q=0.8, br", wire.Origin.Header("Accept-Encoding"));
        Assert.Null(wire.Origin.Header("Available-Dictionary"));
    }
}
