using System.Text;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.Tests.Proxying.Response;

public sealed class PageBodyTests(OriginFixture origin) : IClassFixture<OriginFixture>
{
    private const string Tracker = "<script src=\"https://mc.yandex.ru/metrika/tag.js\"></script>";
    private const string Html = $"<!doctype html><html lang=\"ru\"><head><meta charset=\"utf-8\"><title>t</title>{Tracker}</head><body><p>Привет</p></body></html>";

    public static TheoryData<string?, string?, string?> Codings => new()
    {
        { null, null, null },
        { null, "br, gzip", null },
        { "gzip", "gzip", "gzip" },
        { "gzip", "br, gzip", "br" },
        { "gzip", null, null },
        { "gzip", "gzip;q=0, br;q=0.0", null },
        { "br", "gzip, br", "br" },
        { "br", "gzip", "gzip" },
        { "zlib", "deflate", null },
        { "bare", "deflate, gzip", "gzip" },
    };

    [Theory, MemberData(nameof(Codings))]
    public async Task A_page_in_any_coding_is_the_same_page(string? sent, string? accepted, string? expected)
    {
        var gateway = origin.Answering(async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.ContentEncoding = sent is "zlib" or "bare" ? "deflate" : sent;
            await http.Response.Body.WriteAsync(sent switch
            {
                "gzip" => Support.Codings.Gzip(Html),
                "br" => Support.Codings.Brotli(Html),
                "zlib" => Support.Codings.Zlib(Html),
                "bare" => Support.Codings.BareDeflate(Html),
                _ => Encoding.UTF8.GetBytes(Html),
            });
        });

        using var response = await (accepted is null ? gateway.GetAsync("/") : gateway.GetAsync("/", ("Accept-Encoding", accepted)));
        var page = Support.Codings.Decode(await response.Content.ReadAsByteArrayAsync(), expected);

        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("<p>Привет</p></body></html>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Tracker, page, StringComparison.Ordinal);
        Assert.Equal(expected is not null, response.Headers.Vary.Contains("Accept-Encoding"));
    }

    [Fact]
    public async Task Bytes_of_windows_1251_stay_what_they_are()
    {
        byte[] greeting = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0x98];
        var gateway = origin.Answering(async http =>
        {
            http.Response.ContentType = "text/html; charset=windows-1251";
            await http.Response.Body.WriteAsync((byte[])[.. "<html><head></head><body><p>"u8, .. greeting, .. "</p></body></html>"u8]);
        });

        using var response = await gateway.GetAsync("/", ("Sec-Fetch-Dest", "document"));
        var page = await response.Content.ReadAsByteArrayAsync();

        Assert.True(page.AsSpan().IndexOf((byte[])[.. "<p>"u8, .. greeting, .. "</p>"u8]) > 0);
        Assert.Equal("windows-1251", response.Content.Headers.ContentType!.CharSet);
        Assert.Equal(greeting.Length, page.Count(value => value > 127) + 1);
    }

    [Theory]
    [InlineData("text/html; charset=utf-16le", false)]
    [InlineData("text/html", true)]
    public async Task A_page_in_UTF_16_hides_nothing(string type, bool mark)
    {
        var gateway = origin.Answering(async http =>
        {
            http.Response.ContentType = type;
            await http.Response.Body.WriteAsync((byte[])[.. mark ? Encoding.Unicode.GetPreamble() : [], .. Encoding.Unicode.GetBytes(Html)]);
        });

        using var response = await gateway.GetAsync("/");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal("utf-8", response.Content.Headers.ContentType!.CharSet);
        Assert.Contains("<p>Привет</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Tracker, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_flushed_in_parts_arrives_in_parts()
    {
        var more = new TaskCompletionSource();
        foreach (var coding in (string?[])[null, "gzip"])
        {
            more = new TaskCompletionSource();
            var gateway = origin.Answering(async http =>
            {
                http.Response.ContentType = "text/html";
                if (coding is not null)
                {
                    // Two members of gzip, one after the other, are one body.
                    http.Response.Headers.ContentEncoding = coding;
                    await http.Response.Body.WriteAsync(Support.Codings.Gzip("<html><head></head><body><p>first</p>"));
                }
                else
                {
                    await http.Response.WriteAsync("<html><head></head><body><p>first</p>");
                }

                await http.Response.Body.FlushAsync();
                await more.Task;
                await http.Response.Body.WriteAsync(coding is null ? Encoding.ASCII.GetBytes("<p>second</p>") : Support.Codings.Gzip("<p>second</p>"));
            });

            using var response = await gateway.GetAsync("/", ("Accept-Encoding", coding ?? "identity"));
            await using var body = await response.Content.ReadAsStreamAsync();
            await using var text = coding is null ? body : new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress);
            var page = await ReadUntilAsync(text, "first");
            more.SetResult();
            page += await ReadUntilAsync(text, "second");

            Assert.Contains("<p>first</p><p>second", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<html><body>page")]
    [InlineData("  \n<!-- a comment --><p>page")]
    [InlineData("<p>page")]
    public async Task What_a_browser_would_take_for_a_page_is_one(string body)
    {
        var gateway = origin.Answering(http => http.Response.WriteAsync(body + Tracker));

        Assert.DoesNotContain(Tracker, await gateway.GetTextAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain text <script src=\"https://mc.yandex.ru/metrika/tag.js\"></script>", null)]
    [InlineData("<html>" + Tracker, "text/plain")]
    [InlineData("{\"html\": \"" + Tracker + "\"}", "application/json")]
    [InlineData("<html>" + Tracker, "application/octet-stream")]
    public async Task What_is_no_page_passes_untouched(string body, string? type)
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.ContentType = type;
            return http.Response.WriteAsync(body);
        });

        Assert.Equal(body, await gateway.GetTextAsync("/"));
    }

    [Fact]
    public async Task A_page_to_download_passes_untouched()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.ContentType = "text/html";
            http.Response.Headers.ContentDisposition = "attachment; filename=report.html";
            return http.Response.WriteAsync(Html);
        });

        Assert.Equal(Html, await gateway.GetTextAsync("/"));
    }

    private static async Task<string> ReadUntilAsync(Stream body, string what)
    {
        var text = "";
        var buffer = new byte[4096];
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!text.Contains(what, StringComparison.Ordinal))
        {
            var count = await body.ReadAsync(buffer, deadline.Token);
            Assert.True(count > 0, text);
            text += Encoding.UTF8.GetString(buffer, 0, count);
        }

        return text;
    }
}
