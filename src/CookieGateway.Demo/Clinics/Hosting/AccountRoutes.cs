namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>Registration, sign-in and sign-out, the same at every clinic that has accounts.</summary>
internal static class AccountRoutes
{
    /// <summary>Whoever tries the demo out signs in with these.</summary>
    public const string DemoEmail = "aigerim@example.kz";

    public const string DemoPassword = "demo";

    /// <param name="site">The clinic.</param>
    /// <param name="cookie">Its session cookie's name.</param>
    /// <param name="account">The page of a signed-in visitor.</param>
    /// <param name="signIn">The page with the form.</param>
    public static void MapAccounts(this ClinicSite site, string cookie, string account = "/account", string signIn = "/login")
    {
        site.Accounts.SessionCookie = cookie;
        site.Accounts.Register(DemoEmail, "Айгерим", DemoPassword);

        site.App.MapPost("/login", async http =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var known = site.Accounts.SignIn(http.Response, form["email"].ToString(), form["password"].ToString());
            SeeOther(http, known ? account : signIn + "?wrong=1");
        });
        site.App.MapPost("/register", async http =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var (email, password) = (form["email"].ToString(), form["password"].ToString());
            var registered = site.Accounts.Register(email, form["name"].ToString(), password)
                && site.Accounts.SignIn(http.Response, email, password);
            SeeOther(http, registered ? account : signIn + "?taken=1");
        });
        site.App.MapPost("/logout", http =>
        {
            site.Accounts.SignOut(http);
            SeeOther(http, "/");
            return Task.CompletedTask;
        });
        site.App.MapGet(account, http =>
        {
            if (site.Accounts.Of(http.Request) is not null)
            {
                return site.ShowAsync(http, account);
            }

            SeeOther(http, signIn);
            return Task.CompletedTask;
        });
    }

    public static void SeeOther(HttpContext http, string target)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = target;
    }
}
