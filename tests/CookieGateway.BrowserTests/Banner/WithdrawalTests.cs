using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>What a withdrawal leaves in a real browser: nothing of what was withdrawn, wherever and however it was set.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class WithdrawalTests(BrowserFixture browser)
{
    private const string Branch = "cardio." + RealSite.Host;

    [Fact]
    public async Task Complaint_4_cookies_of_parent_domain_path_and_HTTP_only_go_and_none_reaches_the_clinic_again()
    {
        await using var site = await RealSite.StartAsync(http =>
        {
            if (http.Request.Path == "/app/visits")
            {
                http.Response.Headers.SetCookie = new(
                [
                    "_ga=GA1.1; Domain=" + RealSite.Host + "; Path=/; Max-Age=1000",
                    "_ym_uid=1; Max-Age=1000; HttpOnly",
                    "_fbp=fb.1; Path=/app; Max-Age=1000; HttpOnly",
                    "session=5; Path=/; HttpOnly",
                ]);
            }

            return "<!doctype html><html lang=ru><meta charset=utf-8><title>Клиника</title><body><main><h1>Клиника</h1></main>";
        });
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf("/prices", Branch));
        await visitor.Banner.AcceptAllAsync();
        await visitor.OpenAsync(site.AddressOf("/app/visits", Branch));
        Assert.Equal(["_fbp", "_ga", "_ym_uid", "cg_consent", "session"], await visitor.CookiesAsync());

        await visitor.Banner.WithdrawAsync();
        await visitor.OpenAsync(site.AddressOf("/app/results", Branch));

        Assert.Equal(["cg_consent", "session"], await visitor.CookiesAsync());
        Assert.Equal("session=5", site.Gateway.Origin.LastRequest["Cookie"]);
    }

    /// <summary>A browser keeps a partitioned cookie (CHIPS) beside one of the same name that is none: each is expired by its own line.</summary>
    [Fact]
    public async Task Complaint_4_partitioned_cookies_go_too_and_so_does_their_namesake_of_the_parent_domain()
    {
        await using var site = await RealSite.StartAsync(http =>
        {
            if (http.Request.Path == "/visits")
            {
                http.Response.Headers.SetCookie = new(
                [
                    "_ga=GA1.1; Path=/; Max-Age=1000; Secure; SameSite=None; Partitioned",
                    "_ga=GA1.2; Domain=" + RealSite.Host + "; Path=/; Max-Age=1000",
                    "_fbp=fb.1; Path=/; Max-Age=1000; HttpOnly; Secure; SameSite=None; Partitioned",
                    "session=5; Path=/; HttpOnly; Secure; SameSite=None; Partitioned",
                ]);
            }

            return "<!doctype html><html lang=ru><meta charset=utf-8><title>Клиника</title><body><main><h1>Клиника</h1></main>";
        });
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf("/", Branch));
        await visitor.Banner.AcceptAllAsync();
        await visitor.OpenAsync(site.AddressOf("/visits", Branch));
        Assert.Equal(["_fbp", "_ga", "_ga", "cg_consent", "session"], await visitor.CookiesAsync());

        await visitor.Banner.WithdrawAsync();

        Assert.Equal(["cg_consent", "session"], await visitor.CookiesAsync());
    }

    /// <summary>On a page that a cookie's path does not cover nobody knows of it, so it goes where it turns up next: still unseen by the clinic.</summary>
    [Fact]
    public async Task Complaint_4_a_cookie_of_another_path_goes_when_it_turns_up_and_does_not_reach_the_clinic()
    {
        await using var site = await RealSite.StartAsync(http =>
        {
            if (http.Request.Path == "/app/visits" && http.Request.Headers.Cookie.ToString().Length == 0)
            {
                http.Response.Headers.SetCookie = "_fbp=fb.1; Path=/app; Max-Age=1000; HttpOnly";
            }

            return "<!doctype html><html lang=ru><meta charset=utf-8><title>Клиника</title><body><main><h1>Клиника</h1></main>";
        });
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf("/prices"));
        await visitor.Banner.AcceptAllAsync();
        await visitor.OpenAsync(site.AddressOf("/app/visits"));
        await visitor.OpenAsync(site.AddressOf("/prices"));
        await visitor.Banner.WithdrawAsync();
        Assert.Equal(["_fbp", "cg_consent"], await visitor.CookiesAsync());

        await visitor.OpenAsync(site.AddressOf("/app/results"));

        Assert.Equal(["cg_consent"], await visitor.CookiesAsync());
        Assert.Null(site.Gateway.Origin.LastRequest["Cookie"]);
    }
}
