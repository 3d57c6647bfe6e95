namespace CookieGateway.Proxying.Request;

/// <summary>What happens before a request has a site: HTTP's own rules, and who really asks.</summary>
internal static class Arrival
{
    public static Task HandleAsync(HttpContext http, TrustedHop hop, RequestDelegate next)
    {
        if (WireRules.TryAnswer(http))
        {
            return Task.CompletedTask;
        }

        if (Via.IsLoop(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status508LoopDetected;
            return Task.CompletedTask;
        }

        hop.Apply(http);
        return next(http);
    }
}
