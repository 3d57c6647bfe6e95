namespace CookieGateway.Dashboard.Words;

/// <summary>The language a member reads in: chosen and kept in a cookie, else what the browser prefers, else Russian.</summary>
internal static class LanguageChoice
{
    private const string Cookie = "cg_language";

    public static Wording Of(HttpRequest request)
    {
        var chosen = request.Cookies[Cookie];
        if (chosen is not null && Wording.Languages.Contains(chosen))
        {
            return Wording.In(chosen);
        }

        var preferred = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0])
            .FirstOrDefault(code => Wording.Languages.Contains(code, StringComparer.OrdinalIgnoreCase));
        return Wording.In(preferred?.ToLowerInvariant());
    }

    public static void Keep(HttpContext http, string code)
    {
        if (Wording.Languages.Contains(code))
        {
            http.Response.Cookies.Append(Cookie, code, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
        }
    }
}
