using System.Net;
using CookieGateway.Consent.Purposes;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying;

/// <summary>Tracking cookies before and after a grant, on the way to the origin and back.</summary>
public sealed class CookieFlowTests(OriginFixture origin) : IClassFixture<OriginFixture>
{
    private static readonly (string, string) Navigation = ("Sec-Fetch-Dest", "document");

    private static readonly string[] SetByOrigin =
    [
        "session=1; HttpOnly; Path=/", "_ga=GA1.1; HttpOnly; Max-Age=63072000", "_ym_uid=16; Domain=clinic.test", "cg_consent=forged",
    ];

    [Fact]
    public async Task Before_a_grant_the_origin_gets_the_session_and_nothing_that_tracks()
    {
        var gateway = origin.Answering(RunningGateway.Page("<p>page"));

        using var response = await gateway.GetAsync("/", ("Cookie", "session=1; _ga=GA1.1; _ym_uid=16; lang=kk"));

        Assert.Equal("session=1; lang=kk", gateway.Origin.LastRequest["Cookie"]);
    }

    [Fact]
    public async Task After_a_grant_it_gets_what_was_granted()
    {
        var gateway = origin.Answering(RunningGateway.Page("<p>page"));
        var (_, consent) = gateway.Granted(Purpose.Analytics);

        using var response = await gateway.GetAsync("/", ("Cookie", $"{consent}; session=1; _ga=GA1.1; _fbp=fb.1"));

        Assert.Equal("session=1; _ga=GA1.1", gateway.Origin.LastRequest["Cookie"]);
    }

    [Theory]
    [InlineData(200, "text/html")]
    [InlineData(200, "image/gif")]
    [InlineData(302, null)]
    [InlineData(304, null)]
    [InlineData(404, "text/html")]
    public async Task A_tracking_cookie_is_not_set_on_any_kind_of_answer(int status, string? type)
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = type;
            http.Response.Headers.Location = status == 302 ? "/next" : default;
            http.Response.Headers.SetCookie = SetByOrigin;
            return Task.CompletedTask;
        });

        using var response = await gateway.GetAsync("/");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(["session=1; HttpOnly; Path=/"], response.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task The_origin_may_remove_what_it_may_not_set()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.Headers.SetCookie = "_ga=; Max-Age=0; Path=/shop";
            return Task.CompletedTask;
        });

        using var response = await gateway.GetAsync("/");

        Assert.Equal(["_ga=; Max-Age=0; Path=/shop"], response.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task Tracking_cookies_that_the_browser_has_are_removed_with_the_next_page()
    {
        var gateway = origin.Answering(RunningGateway.Page("<p>page"));

        using var page = await gateway.GetAsync("/", ("Cookie", "session=1; _ga=GA1.1"), Navigation);
        using var image = await gateway.GetAsync("/", ("Cookie", "session=1; _ga=GA1.1"), ("Sec-Fetch-Dest", "image"));

        Assert.Equal(
            [
                "_ga=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "_ga=; Path=/; Domain=clinic.test; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
            ],
            page.Headers.GetValues("Set-Cookie"));
        Assert.False(image.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_origin_is_told_what_holds_in_a_header_that_no_client_can_write()
    {
        var gateway = origin.Answering(RunningGateway.Page("<p>page"));
        var (_, consent) = gateway.Granted(Purpose.Analytics);

        using var response = await gateway.GetAsync("/", ("Cookie", consent), ("X-Consent", "v=1; purposes=marketing; sig=mine"));

        Assert.Matches(
            "^v=1; site=clinic; state=granted; purposes=analytics; at=[0-9]+; sig=[A-Za-z0-9_-]{43}$", gateway.Origin.LastRequest["X-Consent"]);
    }

    [Fact]
    public async Task A_redirect_of_an_image_to_a_held_tracker_is_not_followed()
    {
        var gateway = origin.Answering(http =>
        {
            http.Response.Redirect("https://mc.yandex.ru/watch/1");
            return Task.CompletedTask;
        });

        using var image = await gateway.GetAsync("/count", ("Sec-Fetch-Dest", "image"));
        using var link = await gateway.GetAsync("/count", Navigation);

        Assert.Equal(HttpStatusCode.NoContent, image.StatusCode);
        Assert.Null(image.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, link.StatusCode);
    }
}
