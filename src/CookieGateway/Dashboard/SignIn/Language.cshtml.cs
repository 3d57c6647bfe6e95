using CookieGateway.Dashboard.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.SignIn;

/// <summary>Changes the language, before signing in as well, and goes back to where it was changed.</summary>
internal sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? code, [FromForm(Name = "return")] string? back)
    {
        LanguageChoice.Keep(HttpContext, code ?? "");
        return LocalRedirect(Url.IsLocalUrl(back) ? back! : "/");
    }
}
