using Microsoft.AspNetCore.Http.Features;

namespace CookieGateway.Proxying.Request;

/// <summary>
/// What was asked for, byte for byte. ASP.NET Core decodes escapes and removes dot segments before an application sees a path; the origin
/// shall get what the visitor sent.
/// </summary>
internal static class RequestTarget
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Path and query as they stood in the request line; without scheme and authority where the line had them.</summary>
    public static string Of(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.StartsWith('/'))
        {
            return target;
        }

        // https://www.rfc-editor.org/rfc/rfc9112#absolute-form: Kestrel has checked that the host agrees with the Host header.
        var authority = target.IndexOf("://", StringComparison.Ordinal);
        var path = authority < 0 ? -1 : target.AsSpan(authority + 3).IndexOfAny('/', '?');
        var rest = path < 0 ? "" : target[(authority + 3 + path)..];
        return rest.StartsWith('/') ? rest : "/" + rest;
    }

    /// <summary>The same target at an origin.</summary>
    public static Uri At(string originPrefix, string target) => new(originPrefix.TrimEnd('/') + target, AsItIs);
}
