namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>Cookies of analytics and advertising that a server sets itself, as tag managers on the server side do.</summary>
internal static class TrackingCookies
{
    private const string Year = "; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax";

    public static void OnThisHost(HttpContext http, string name, string value) =>
        http.Response.Headers.Append("Set-Cookie", $"{name}={value}{Year}");

    /// <summary>For the whole of the operator's domain, which is how a subdomain's counters recognise a visitor.</summary>
    public static void OnAllHosts(HttpContext http, string name, string value)
    {
        var labels = http.Request.Host.Host.Split('.');
        http.Response.Headers.Append("Set-Cookie", $"{name}={value}{Year}; Domain={string.Join('.', labels[^2..])}");
    }
}
