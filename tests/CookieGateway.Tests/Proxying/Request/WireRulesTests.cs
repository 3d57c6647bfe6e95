using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Request;

/// <summary>Requests that two servers could read differently end at the gateway, and what is the gateway's to answer it answers.</summary>
public sealed class WireRulesTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private const string Host = "Host: clinic.test\r\n";
    public static TheoryData<string, string> Ambiguous => new()
    {
        { "both lengths", $"POST / HTTP/1.1\r\n{Host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n{Host}\r\n" },
        { "two codings", $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "coding in 1.0", $"POST / HTTP/1.0\r\n{Host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { "unknown coding", $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" },
        { "identity coding", $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n" },
        { "two lengths", $"POST / HTTP/1.1\r\n{Host}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde" },
        { "space before colon", $"GET / HTTP/1.1\r\n{Host}X-A : 1\r\n\r\n" },
        { "folded header", $"GET / HTTP/1.1\r\n{Host}X-A: 1\r\n 2\r\n\r\n" },
        { "bare LF", "GET / HTTP/1.1\nHost: clinic.test\n\n" },
        { "bare CR", $"GET / HTTP/1.1\r\n{Host}X-A: 1\r2\r\n\r\n" },
        { "two hosts", $"GET / HTTP/1.1\r\n{Host}Host: other.test\r\n\r\n" },
        { "target of another host", $"GET http://evil.test/ HTTP/1.1\r\n{Host}\r\n" },
        { "host with a path", "GET / HTTP/1.1\r\nHost: a/evil@clinic.test\r\n\r\n" },
    };

    public static TheoryData<string> BrokenChunks => new("5;a\nhello\r\n0\r\n\r\n", "5\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n");

    [Theory, MemberData(nameof(Ambiguous))]
    public async Task What_two_servers_could_read_differently_is_refused(string what, string request)
    {
        wire.Begin();

        var answer = await RawClient.SendAsync(wire.Address, request);

        Assert.True(RawClient.Status(answer) is 400 or 501, $"{what}: {answer}");
        Assert.Empty(wire.Origin.Heads);
    }

    [Theory, MemberData(nameof(BrokenChunks))]
    public async Task Nothing_behind_a_broken_chunk_is_taken_for_a_request(string body)
    {
        wire.Begin();

        await RawClient.SendAsync(wire.Address,
            $"POST /first HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n{body}GET /smuggled HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");

        Assert.DoesNotContain(wire.Origin.Heads, head => head.Contains("/smuggled", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TRACE / HTTP/1.1")]
    [InlineData("CONNECT clinic.test:80 HTTP/1.1")]
    public async Task Methods_of_other_proxies_are_not_allowed(string requestLine)
    {
        wire.Begin();
        var host = requestLine.StartsWith("CONNECT", StringComparison.Ordinal) ? "Host: clinic.test:80\r\n" : Host;

        var answer = await RawClient.SendAsync(wire.Address, $"{requestLine}\r\n{host}Cookie: session=1\r\nConnection: close\r\n\r\n");

        Assert.Equal(405, RawClient.Status(answer));
        Assert.Empty(wire.Origin.Heads);
    }

    [Theory]
    [InlineData("/", "0")]
    [InlineData("/", "000")]
    [InlineData("*", "5")]
    public async Task OPTIONS_is_answered_here_when_it_may_go_no_further(string target, string maxForwards)
    {
        wire.Begin();

        var answer = await RawClient.SendAsync(wire.Address,
            $"OPTIONS {target} HTTP/1.1\r\n{Host}Max-Forwards: {maxForwards}\r\nConnection: close\r\n\r\n");

        Assert.Equal(204, RawClient.Status(answer));
        Assert.Empty(wire.Origin.Heads);
    }

    [Theory]
    [InlineData("1", "0")]
    [InlineData("012", "11")]
    [InlineData("999999999999999999999", "9223372036854775806")]
    public async Task OPTIONS_that_may_go_on_counts_down(string maxForwards, string expected)
    {
        wire.Begin();

        await RawClient.SendAsync(wire.Address,
            $"OPTIONS / HTTP/1.1\r\n{Host}Max-Forwards: {maxForwards}\r\nConnection: close\r\n\r\n");

        Assert.Equal(expected, wire.Origin.Header("Max-Forwards"));
    }

    [Fact]
    public async Task Forty_kilobytes_of_cookies_and_long_addresses_pass()
    {
        wire.Begin();
        var cookies = string.Join("; ", Enumerable.Range(0, 10).Select(i => $"c{i}={new string('x', 4000)}"));
        var target = "/?" + new string('q', 9000);

        var answer = await RawClient.GetAsync(wire.Address, target, "Cookie: " + cookies);

        Assert.Equal(200, RawClient.Status(answer));
        Assert.Equal(target, wire.Origin.Target);
        Assert.Equal(cookies, wire.Origin.Header("Cookie"));
    }
}
