using System.Net;

namespace CookieGateway.Tests.Dashboard;

public sealed class SignInTests(StartedDashboard started) : IClassFixture<StartedDashboard>
{
    private RunningDashboard Dashboard => started.Dashboard;

    [Fact]
    public async Task Nobody_sees_anything_without_signing_in()
    {
        using var browser = Dashboard.Browser();
        foreach (var page in (string[])["/", "/inventory", "/records", "/sites", "/members", "/account", "/?handler=csv"])
        {
            using var answer = await browser.GetAsync(page);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/sign-in?return=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_member_signs_in_and_is_brought_back_to_the_page_asked_for()
    {
        using var browser = Dashboard.Browser();
        using var answer = await browser.SubmitAsync(
            "/sign-in?return=%2Fsites",
            "/sign-in?return=%2Fsites",
            ("name", RunningDashboard.Marketer),
            ("password", Dashboard.PasswordOf(RunningDashboard.Marketer)));

        Assert.Equal("/sites", answer.Headers.Location!.OriginalString);
        Assert.Contains("clinic.kz", await browser.GetTextAsync("/sites"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    public async Task Signing_in_leads_nowhere_else(string elsewhere)
    {
        using var browser = Dashboard.Browser();
        var page = "/sign-in?return=" + Uri.EscapeDataString(elsewhere);
        using var answer = await browser.SubmitAsync(
            page, page, ("name", RunningDashboard.Marketer), ("password", Dashboard.PasswordOf(RunningDashboard.Marketer)));

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer()
    {
        using var browser = Dashboard.Browser();
        using var unknown = await browser.SignInAsync("nobody-1", "wrong");
        using var wrong = await browser.SignInAsync("nobody-2", "wrong");
        using var known = await browser.SignInAsync(RunningDashboard.Administrator, "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, known.StatusCode);
        Assert.Equal(unknown.StatusCode, known.StatusCode);
        Assert.Equal(
            Shown(await wrong.Content.ReadAsStringAsync(), "nobody-2"),
            Shown(await known.Content.ReadAsStringAsync(), RunningDashboard.Administrator));
    }

    [Fact]
    public async Task A_stolen_cookie_is_of_no_use_after_signing_out()
    {
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Marketer);
        var stolen = browser.Cookies.GetCookieHeader(Dashboard.Address);
        using var signedOut = await browser.SubmitAsync("/", "/sign-out");

        using var thief = Dashboard.Browser();
        thief.Cookies.SetCookies(Dashboard.Address, stolen.Replace("; ", ",", StringComparison.Ordinal));
        using var answer = await thief.GetAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Each_sign_in_begins_another_session()
    {
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Marketer);
        var first = browser.Cookies.GetCookies(Dashboard.Address)["cg_member"]!.Value;
        using var again = await browser.SignInAsync(RunningDashboard.Marketer, Dashboard.PasswordOf(RunningDashboard.Marketer));

        Assert.NotEqual(first, browser.Cookies.GetCookies(Dashboard.Address)["cg_member"]!.Value);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var browser = await Dashboard.SignedInAsync(RunningDashboard.Administrator);
        foreach (var form in (string[])["/sign-out", "/members?handler=add", "/members?handler=remove", "/account", "/language"])
        {
            using var answer = await browser.PostAsync(form, ("name", "intruder"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_other_sites()
    {
        using var browser = Dashboard.Browser();
        using var answer = await browser.SignInAsync(RunningDashboard.Marketer, Dashboard.PasswordOf(RunningDashboard.Marketer));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("cg_member=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    // What a form carries differs each time; what a person sees must not.
    private static string Shown(string page, string name) => string.Join('\n', page
        .Replace(name, "NAME", StringComparison.Ordinal)
        .Split('\n').Where(line => !line.Contains("__RequestVerificationToken", StringComparison.Ordinal)));
}
