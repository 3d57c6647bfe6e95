using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Request;

/// <summary>What a page gets in the place of something held that it has asked the site itself for: nothing, in a form that breaks nothing.</summary>
internal static class HeldAnswer
{
    public static void Give(HttpContext http, RequestKind kind)
    {
        var response = http.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentEncoding = default;
        response.ContentLength = null;
        response.ContentType = kind switch
        {
            // A script element that gets a 204 reports an error; one that gets an empty script does not.
            RequestKind.Script => "text/javascript",
            RequestKind.Stylesheet => "text/css",
            _ => null,
        };
        if (response.ContentType is null)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentLength = 0;
        }
    }
}
