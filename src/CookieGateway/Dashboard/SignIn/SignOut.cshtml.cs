using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.SignIn;

/// <summary>Ends the session, here and on every other gateway.</summary>
internal sealed class SignOutModel(MemberSession session) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await session.EndAsync(HttpContext);
        return LocalRedirect("/sign-in");
    }
}
