using System.Globalization;
using CookieGateway.Dashboard.Members;
using CookieGateway.Dashboard.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.SignIn;

/// <summary>Lets a member in. A wrong password and an unknown name look alike and take alike.</summary>
internal sealed partial class IndexModel(
    MemberStore members, MemberSession session, SignInThrottle throttle, Wording words, ILogger<IndexModel> logger) : PageModel
{
    public string? Trouble { get; private set; }

    public bool Nobody { get; private set; }

    public string Name { get; private set; } = "";

    public string Return { get; private set; } = "/";

    public async Task OnGetAsync([FromQuery(Name = "return")] string? back, CancellationToken cancellation)
    {
        Return = Local(back);
        Nobody = (await members.AllAsync(cancellation)).Count == 0;
    }

    public async Task<IActionResult> OnPostAsync(
        string? name, string? password, [FromForm(Name = "return")] string? back, CancellationToken cancellation)
    {
        Return = Local(back);
        Name = name?.Trim() is { Length: <= 64 } typed ? typed : "";
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var member = Member.NameOf(name);

        if (throttle.WaitFor(member ?? "", address) is { Ticks: > 0 } wait)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            Trouble = words.With("signin.wait", seconds);
            return Page();
        }

        var found = member is null ? null : await members.FindAsync(member, cancellation);
        if (!PasswordHash.Matches(password ?? "", found))
        {
            throttle.Failed(member ?? "", address);
            Refused(logger);
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Trouble = words["signin.wrong"];
            return Page();
        }

        throttle.Succeeded(member!, address);
        await session.BeginAsync(HttpContext, found!);
        SignedIn(logger, found!.Name, found.Role);
        return LocalRedirect(Return);
    }

    private string Local(string? path) => Url.IsLocalUrl(path) ? path! : "/";

    // The name is left out: people type their password into the wrong field.
    [LoggerMessage(LogLevel.Warning, "A sign-in to the dashboard was refused: no such name, or another password.")]
    private static partial void Refused(ILogger logger);

    [LoggerMessage(LogLevel.Information, "{Member} ({Role}) signed in to the dashboard.")]
    private static partial void SignedIn(ILogger logger, string member, MemberRole role);
}
