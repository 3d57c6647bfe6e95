using System.Net;
using System.Net.Http.Headers;

namespace CookieGateway.Proxying.Response;

/// <summary>Step 8: decides what is done with the body of an answer.</summary>
/// <remarks>
/// It may seem right to honour <c>no-transform</c>. But that is said to intermediaries (RFC 9110, 7.7), and the gateway is none: it answers
/// for the site, by its owner's order, as a part of the site's own server.
/// </remarks>
internal static class BodyPlanner
{
    public static BodyPlan For(string method, HttpResponseMessage origin)
    {
        if (HasNoBody(origin) || !IsPage(origin.Content.Headers) || IsDownload(origin.Content.Headers))
        {
            return BodyPlan.PassThrough;
        }

        // A part of a page cannot be judged: what it holds depends on what stands before it.
        return origin.StatusCode == HttpStatusCode.PartialContent || BodyCoding.Of(origin.Content.Headers) is null
            ? BodyPlan.Refuse
            : !HttpMethods.IsHead(method) && origin.Content.Headers.ContentLength == 0 ? BodyPlan.PassThrough
            : BodyPlan.Rewrite;
    }

    /// <summary>Statuses that never have a body, whatever an origin sends after them.</summary>
    public static bool HasNoBody(HttpResponseMessage origin) =>
        (int)origin.StatusCode is < 200 or 204 or 205 or 304;

    /// <summary>The type says nothing, so that a browser looks into the body. https://mimesniff.spec.whatwg.org/#mime-type-sniffing-algorithm</summary>
    public static bool IsUntyped(HttpContentHeaders headers) =>
        MediaType(headers) is "" or "unknown/unknown" or "application/unknown" or "*/*" || !MediaType(headers).Contains('/');

    public static bool IsXml(HttpContentHeaders headers) => MediaType(headers) == "application/xhtml+xml";

    /// <summary>
    /// XML that a browser shows as a document of its own, scripts and all, when somebody goes there: SVG, feeds, whatever has a style sheet.
    /// </summary>
    public static bool IsOtherXml(HttpContentHeaders headers) =>
        MediaType(headers) is "text/xml" or "application/xml" || (MediaType(headers).EndsWith("+xml", StringComparison.Ordinal) && !IsXml(headers));

    /// <summary>The charset parameter as it stands there; null when there is none.</summary>
    public static string? Charset(HttpContentHeaders headers)
    {
        foreach (var parameter in ContentType(headers).Split(';').Skip(1))
        {
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                return parameter[(equals + 1)..].Trim().Trim('"', '\'');
            }
        }

        return null;
    }

    private static bool IsPage(HttpContentHeaders headers) => MediaType(headers) is "text/html" or "application/xhtml+xml";

    private static bool IsDownload(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Disposition", out var values)
        && values.ToString().TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);

    private static string MediaType(HttpContentHeaders headers) =>
        ContentType(headers).Split(';')[0].Trim().ToLowerInvariant();

    // The last one counts where an origin sends several. https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
    private static string ContentType(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.Last().Split(',')[^1] : "";
}
