namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>A request as the origin saw it: what the gateway has let through, the cookies above all.</summary>
internal sealed record OriginVisit(string Method, string Host, string Target, string Cookie, string Consent)
{
    public static OriginVisit Of(HttpRequest request) => new(
        request.Method,
        request.Host.Value ?? "",
        request.Path + request.QueryString.Value,
        request.Headers.Cookie.ToString(),
        request.Headers["X-Consent"].ToString());
}
