using CookieGateway.Ledger;
using CookieGateway.Redis;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CookieGateway.Dashboard.Trouble;

/// <summary>What is shown when a page could not be made: the reason where it is the store's, and no inner workings otherwise.</summary>
[IgnoreAntiforgeryToken]
internal sealed class IndexModel : PageModel
{
    public string? Reason { get; private set; }

    public void OnGet() => Explain();

    public void OnPost() => Explain();

    private void Explain()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        var away = failure is RedisUnavailableException or OutboxUnavailableException;
        Reason = away ? failure!.Message : null;
        Response.StatusCode = away ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
    }
}
