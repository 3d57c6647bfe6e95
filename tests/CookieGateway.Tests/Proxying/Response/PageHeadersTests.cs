using System.Net;
using CookieGateway.Consent.Purposes;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.Tests.Proxying.Response;

public sealed class PageHeadersTests(OriginFixture origin) : IClassFixture<OriginFixture>
{
    private static readonly (string, string) Navigation = ("Sec-Fetch-Dest", "document");

    [Fact]
    public async Task What_spoke_of_the_origins_bytes_is_gone_and_no_shared_cache_keeps_the_page()
    {
        var gateway = origin.Answering(http =>
        {
            var headers = http.Response.Headers;
            headers.ETag = "\"abc\"";
            headers.LastModified = "Sat, 01 Nov 2025 00:00:00 GMT";
            headers.CacheControl = "public, max-age=600, s-maxage=900";
            headers["Surrogate-Control"] = "max-age=900";
            headers.Expires = "Sat, 01 Nov 2035 00:00:00 GMT";
            headers.AcceptRanges = "bytes";
            headers.ContentMD5 = "x";
            headers["Digest"] = "x";
            headers.Vary = "Accept";
            http.Response.ContentLength = 7;
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync("<p>page");
        });

        using var response = await gateway.GetAsync("/", Navigation);
        var body = await response.Content.ReadAsByteArrayAsync();

        Assert.Matches("^W/\"abc-cg\\.[0-9a-f]{12}\"$", response.Headers.ETag!.ToString());
        Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept", "Cookie", "Sec-GPC", "Accept-Language"], response.Headers.Vary);
        Assert.NotEqual(7, body.Length);
        foreach (var gone in (string[])["Last-Modified", "Expires", "Content-MD5", "Digest", "Surrogate-Control", "Accept-Ranges"])
        {
            Assert.False(response.Headers.NonValidated.Contains(gone) || response.Content.Headers.NonValidated.Contains(gone), gone);
        }
    }

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("text/xml; charset=utf-8")]
    [InlineData("application/rss+xml")]
    public async Task Xml_that_is_no_page_passes_untouched_and_may_load_from_its_own_host_only(string type)
    {
        const string Drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script href=\"https://mc.yandex.ru/metrika/tag.js\"/></svg>";
        var gateway = origin.Answering(http =>
        {
            http.Response.ContentType = type;
            return http.Response.WriteAsync(Drawing);
        });

        using var response = await gateway.GetAsync("/a", Navigation);

        Assert.Equal(Drawing, await response.Content.ReadAsStringAsync());
        Assert.Equal("default-src 'self' 'unsafe-inline' data: blob:", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Complaint_12_a_page_that_has_not_changed_is_not_sent_again_and_one_in_another_state_is()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.ContentType = "text/html";
            http.Response.Headers.ETag = "\"v1\"";
            if (http.Request.Headers.IfNoneMatch.ToString().Contains("\"v1\"", StringComparison.Ordinal))
            {
                http.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            return http.Response.WriteAsync("<p>page");
        });
        using var first = await gateway.GetAsync("/", Navigation);
        var tag = first.Headers.ETag!.ToString();

        using var again = await gateway.GetAsync("/", Navigation, ("If-None-Match", tag));
        using var granted = await gateway.GetAsync("/", Navigation, ("If-None-Match", tag), gateway.Granted(Purpose.Analytics));
        using var fromBefore = await gateway.GetAsync("/", Navigation, ("If-None-Match", "\"v1\""));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Equal("no-cache, private", again.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        Assert.NotEqual(tag, granted.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, fromBefore.StatusCode);
    }

    [Fact]
    public async Task A_page_that_has_only_a_date_is_asked_for_by_its_date()
    {
        const string Date = "Sat, 01 Nov 2025 10:20:30 GMT";
        var gateway = origin.Answering(http =>
        {
            http.Response.Headers.LastModified = Date;
            http.Response.ContentType = "text/html";
            if (http.Request.Headers.IfModifiedSince == Date)
            {
                http.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            return http.Response.WriteAsync("<p>page");
        });
        using var first = await gateway.GetAsync("/", Navigation);

        using var again = await gateway.GetAsync("/", Navigation, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var fromBefore = await gateway.GetAsync("/", Navigation, ("If-Modified-Since", Date));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag!.ToString(), again.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, fromBefore.StatusCode);
    }

    [Fact]
    public async Task Files_keep_their_validators_and_their_caching()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.ContentType = "text/css";
            http.Response.Headers.ETag = "\"css\"";
            http.Response.Headers.CacheControl = "public, max-age=600";
            http.Response.ContentLength = 5;
            return http.Response.WriteAsync("a { }");
        });

        using var response = await gateway.GetAsync("/a.css", ("Sec-Fetch-Dest", "style"), ("If-None-Match", "\"old\""), ("Range", "bytes=0-1"));

        Assert.Equal("\"css\"", response.Headers.ETag!.ToString());
        Assert.Equal("public, max-age=600", response.Headers.CacheControl!.ToString());
        Assert.Equal(5, response.Content.Headers.ContentLength);
        Assert.Equal("\"old\"", gateway.Origin.LastRequest["If-None-Match"]);
        Assert.Equal("bytes=0-1", gateway.Origin.LastRequest["Range"]);
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_say()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.ContentType = "text/html";
            http.Response.ContentLength = 12345;
            http.Response.Headers.ETag = "\"v\"";
            return Task.CompletedTask;
        });
        using var request = new HttpRequestMessage(HttpMethod.Head, $"http://{RunningGateway.Host}/");

        using var response = await gateway.Client.SendAsync(request);

        Assert.Null(response.Content.Headers.ContentLength);
        Assert.Matches("-cg\\.", response.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task Hints_to_held_hosts_go_and_the_others_stay()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.ContentType = "text/html";
            http.Response.Headers.Link = "</a.css>; rel=preload; as=style, <https://mc.yandex.ru>; rel=preconnect, <//www.googletagmanager.com/gtm.js?id=1,2>; rel=\"preload\"; as=script";
            http.Response.Headers["Refresh"] = "5; url=https://mc.yandex.ru/watch/1";
            return http.Response.WriteAsync("<p>page");
        });

        using var response = await gateway.GetAsync("/", Navigation);

        Assert.Equal(["</a.css>; rel=preload; as=style"], response.Headers.GetValues("Link"));
        Assert.False(response.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task Advertising_features_of_browsers_are_off_until_marketing_is_granted()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.ContentType = "text/html";
            http.Response.Headers["Permissions-Policy"] = "geolocation=(self), browsing-topics=*";
            http.Response.Headers["Observe-Browsing-Topics"] = "?1";
            return http.Response.WriteAsync("<p>page");
        });

        using var before = await gateway.GetAsync("/", Navigation);
        using var after = await gateway.GetAsync("/", Navigation, gateway.Granted(Purpose.Marketing));

        Assert.Equal("geolocation=(self), browsing-topics=*", before.Headers.GetValues("Permissions-Policy").First());
        Assert.Contains("browsing-topics=()", before.Headers.GetValues("Permissions-Policy").Last(), StringComparison.Ordinal);
        Assert.False(before.Headers.Contains("Observe-Browsing-Topics"));
        Assert.Single(after.Headers.GetValues("Permissions-Policy"));
        Assert.True(after.Headers.Contains("Observe-Browsing-Topics"));
    }
}
