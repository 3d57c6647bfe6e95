using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CookieGateway.Proxying.Request;

/// <summary>Rules of HTTP that Kestrel leaves to the application. What breaks them ends here and never reaches an origin.</summary>
internal static class WireRules
{
    /// <summary>Answers what may not, or need not, go on. True: the request has its answer.</summary>
    public static bool TryAnswer(HttpContext http)
    {
        var request = http.Request;
        if (IsAmbiguous(request))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.Headers.Connection = "close";
            return true;
        }

        if (HttpMethods.IsTrace(request.Method) || HttpMethods.IsConnect(request.Method))
        {
            // TRACE would show a script the cookies that it may not read (ASVS 13.4.4); CONNECT is for forward proxies. A WebSocket
            // over HTTP/2 begins with CONNECT too, and is told apart by its protocol.
            if (http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true })
            {
                return false;
            }

            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
            return true;
        }

        if (HttpMethods.IsOptions(request.Method) && EndsHere(http))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            http.Response.Headers.Allow = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
            return true;
        }

        return false;
    }

    /// <summary>
    /// Whether two servers could disagree on where the request ends. https://www.rfc-editor.org/rfc/rfc9112#section-6.1. Kestrel hides
    /// a Content-Length beside a Transfer-Encoding under another name.
    /// </summary>
    private static bool IsAmbiguous(HttpRequest request)
    {
        var coding = request.Headers.TransferEncoding;
        return coding.Count > 0
            && (!coding.ToString().Trim().Equals("chunked", StringComparison.OrdinalIgnoreCase) || request.Headers.ContainsKey("X-Content-Length") || HttpProtocol.IsHttp10(request.Protocol));
    }

    /// <summary>https://www.rfc-editor.org/rfc/rfc9110#name-max-forwards: at 0 this is the last recipient; else it counts down.</summary>
    private static bool EndsHere(HttpContext http)
    {
        if (http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget == "*")
        {
            return true;
        }

        var text = http.Request.Headers[HeaderNames.MaxForwards].ToString();
        if (text.Length == 0 || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        // More digits than a long has are more hops than there are.
        var left = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
        http.Request.Headers[HeaderNames.MaxForwards] = Math.Max(0, left - 1).ToString(CultureInfo.InvariantCulture);
        return left == 0;
    }
}
