using CookieGateway.Dashboard.Members;
using CookieGateway.Dashboard.SignIn;
using CookieGateway.Dashboard.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.Account;

/// <summary>A member changes the password; every other session of that member ends.</summary>
internal sealed class IndexModel(MemberStore store, Membership membership, MemberSession session, SignInThrottle throttle, Wording words) : PageModel
{
    public string? Done { get; private set; }

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? current, string? fresh, CancellationToken cancellation)
    {
        var name = User.Identity!.Name!;
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        if (throttle.WaitFor(name, address) is { Ticks: > 0 } wait)
        {
            Trouble = words.With("signin.wait", (int)Math.Ceiling(wait.TotalSeconds));
            return Page();
        }

        var member = await store.FindAsync(name, cancellation);
        if (!PasswordHash.Matches(current ?? "", member))
        {
            throttle.Failed(name, address);
            Trouble = words["account.wrong"];
        }
        else if (fresh is not { Length: >= Membership.ShortestPassword and <= 256 })
        {
            Trouble = words["account.short"];
        }
        else
        {
            await membership.ResetPasswordAsync(member!, fresh, cancellation);
            await session.BeginAsync(HttpContext, (await store.FindAsync(name, cancellation))!);
            Done = words["account.done"];
        }

        return Page();
    }
}
