using System.Text;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response;

/// <summary>Answers that are odd, wrong or cut off: what is broken is seen to be broken, and nothing of it reaches another visitor.</summary>
public sealed class BrokenOriginTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private const string Page = "<!doctype html><html><head><title>t</title></head><body><p>hello</p>";

    [Theory]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\nstray bytes", 204)]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nstray", 204)]
    [InlineData("HTTP/1.1 205 Reset Content\r\nContent-Length: 5\r\n\r\nstray", 205)]
    [InlineData("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\nETag: \"a\"\r\n\r\n", 304)]
    public async Task A_status_without_a_body_stays_one(string response, int status)
    {
        var answer = await AskAsync(response);

        Assert.Equal(status, RawClient.Status(answer));
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_arrives_as_cut_off()
    {
        var answer = await AskAsync("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 500\r\n\r\nonly this");

        Assert.DoesNotContain("\r\n0\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.True(answer.EndsWith("[reset]", StringComparison.Ordinal) || answer.Contains("Content-Length: 500", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData("Content-Length: 5000\r\n\r\n" + Page)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n43\r\n" + Page + "\r\n")]
    public async Task A_page_that_is_cut_off_never_ends_cleanly(string rest)
    {
        var answer = await AskAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + rest);

        Assert.False(answer.EndsWith("0\r\n\r\n", StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task A_compressed_page_that_is_cut_off_never_ends_cleanly()
    {
        var whole = Codings.Gzip(Page + new string('x', 100) + string.Concat(Enumerable.Range(0, 3000).Select(i => $"<p>{i}</p>")));
        var half = Encoding.Latin1.GetString(whole.AsSpan(0, whole.Length / 2));

        var answer = await AskAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {half.Length}\r\n\r\n{half}");

        Assert.False(answer.EndsWith("0\r\n\r\n", StringComparison.Ordinal), answer);
        Assert.False(answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && answer.Contains("Content-Length", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("dcb")]
    [InlineData("gzip, br")]
    [InlineData("none")]
    public async Task A_page_in_a_coding_that_cannot_be_read_is_refused(string coding)
    {
        var answer = await AskAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\nContent-Length: 6\r\n\r\n\u0001secre");

        Assert.Equal(502, RawClient.Status(answer));
        Assert.DoesNotContain("secre", answer, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ru\">", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_lies_about_its_coding_is_refused()
    {
        var answer = await AskAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {Page.Length}\r\n\r\n{Page}");

        Assert.Equal(502, RawClient.Status(answer));
        Assert.DoesNotContain("hello", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_page_is_refused()
    {
        var answer = await AskAsync("HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\nContent-Range: bytes 0-4/9\r\nContent-Length: 5\r\n\r\n<scri");

        Assert.Equal(502, RawClient.Status(answer));
    }

    [Fact]
    public async Task Lengths_that_disagree_make_no_answer()
    {
        var answer = await AskAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde");

        Assert.Equal(502, RawClient.Status(answer));
    }

    [Fact]
    public async Task Where_both_framings_stand_the_chunks_count()
    {
        var answer = await AskAsync(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

        Assert.Contains("hello", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length: 3", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seventy_kilobytes_of_headers_pass()
    {
        var answer = await AskAsync($"HTTP/1.1 200 OK\r\nX-Large: {new string('x', 70_000)}\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok");

        Assert.Equal(200, RawClient.Status(answer));
    }

    [Fact]
    public async Task An_answer_of_HTTP_1_0_that_ends_with_the_connection_passes()
    {
        var answer = await AskAsync("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nuntil close");

        Assert.Contains("until close", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Страницу не удалось показать")]
    [InlineData("kk-KZ, ru;q=0.5", "Бетті көрсету мүмкін болмады")]
    [InlineData("de, en;q=0.5", "The page could not be shown")]
    public async Task An_origin_that_is_not_there_gives_a_page_in_the_visitors_language(string acceptLanguage, string title)
    {
        // The connection ends before there is an answer: to YARP the same as no connection.
        wire.Begin("");

        using var response = await wire.Gateway.GetAsync("/", ("Accept-Language", acceptLanguage));

        Assert.Equal(502, (int)response.StatusCode);
        Assert.Contains(title, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<string> AskAsync(string response)
    {
        wire.Begin(response);
        return RawClient.GetAsync(wire.Address, "/");
    }
}
