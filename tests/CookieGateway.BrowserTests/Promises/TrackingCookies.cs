using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>Which cookies may be there without a grant: the sessions of the clinics, and the gateway's own.</summary>
internal static class TrackingCookies
{
    private static readonly string[] s_necessary =
        ["cg_consent", "PHPSESSID", "connect.sid", "wordpress_logged_in_imt", "click_session"];

    public static IEnumerable<string> Among(IEnumerable<string> names) => names.Except(s_necessary);

    public static async Task<IReadOnlyList<string>> OfAsync(Visitor visitor) =>
        [.. Among(await visitor.CookiesAsync())];

    /// <summary>The same in a Cookie header, as an origin has received it.</summary>
    public static IEnumerable<string> InHeader(string header) =>
        Among(header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(cookie => cookie.Split('=')[0]));
}
