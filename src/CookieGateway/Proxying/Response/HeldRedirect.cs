using CookieGateway.Consent.Trackers;
using CookieGateway.Proxying.Request;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// A redirect by which something that a page loads from the site itself ends at a held tracker, as an image that is counted elsewhere.
/// Where a visitor follows a link is his own affair.
/// </summary>
internal static class HeldRedirect
{
    public static bool TryAnswer(PageExchange exchange)
    {
        var response = exchange.Http.Response;
        if (exchange.Fetch.IsTopDocument || response.StatusCode is < 300 or > 399 || response.Headers.Location.ToString() is not { Length: > 0 } next)
        {
            return false;
        }

        // Without a word on what it is for, whatever a page may make of it counts.
        var kind = exchange.Fetch.Kind is RequestKind.Other ? RequestKind.Image : exchange.Fetch.Kind;
        if (!new HeaderUrls(exchange).Holds(next, kind))
        {
            return false;
        }

        response.Headers.Location = default;
        HeldAnswer.Give(exchange.Http, exchange.Fetch.Kind);
        return true;
    }
}
