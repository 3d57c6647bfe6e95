using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using CookieGateway.Dashboard.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;

namespace CookieGateway.Dashboard.SignIn;

/// <summary>
/// A member's session: begun anew at each sign-in, over after an hour without a request or ten hours in all, at sign-out, and as soon as the
/// member's password, role or sites change. The cookie is a sealed ticket; what ends it early is in Redis, asked at each request.
/// </summary>
internal sealed class MemberSession(MemberStore members, TimeProvider time)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    private const string BeganProperty = "began";
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "cg_member";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/missing";
        options.ReturnUrlParameter = "return";
        options.ExpireTimeSpan = TimeSpan.FromHours(1);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = context =>
            context.HttpContext.RequestServices.GetRequiredService<MemberSession>().CheckAsync(context);

        // A page that a role may not see is as if it were not there.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    public async Task BeginAsync(HttpContext http, Member member)
    {
        await EndAsync(http);
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var properties = new AuthenticationProperties();
        properties.Items[BeganProperty] = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(Viewer.IdentityOf(member, session, Scheme)), properties);
    }

    public async Task EndAsync(HttpContext http)
    {
        if (http.User.FindFirstValue(Viewer.SessionClaim) is { } session)
        {
            await members.EndSessionAsync(session, Longest, http.RequestAborted);
            await http.SignOutAsync(Scheme);
        }
    }

    private async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        // The page that says what is wrong is for everybody: to check the session for it as well would fail in the same way.
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal();
            return;
        }

        var cancellation = context.HttpContext.RequestAborted;
        var name = context.Principal?.Identity?.Name ?? "";
        var stamp = context.Principal?.FindFirstValue(Viewer.StampClaim);
        var session = context.Principal?.FindFirstValue(Viewer.SessionClaim) ?? "";

        // With Redis away this throws, and the answer is the page that says so: nobody is let in unchecked, and nobody is signed out.
        if (IsTooOld(context.Properties)
            || await members.FindAsync(name, cancellation) is not { } member
            || member.Stamp != stamp
            || await members.HasEndedAsync(session, cancellation))
        {
            context.RejectPrincipal();
        }
    }

    private bool IsTooOld(AuthenticationProperties properties) =>
        !properties.Items.TryGetValue(BeganProperty, out var began)
        || !long.TryParse(began, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        || time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) > Longest;
}
