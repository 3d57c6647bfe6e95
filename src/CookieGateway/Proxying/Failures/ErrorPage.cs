using System.Net;
using System.Text;
using CookieGateway.Sites;
using Microsoft.Net.Http.Headers;

namespace CookieGateway.Proxying.Failures;

/// <summary>What a visitor sees when there is no page: one document without anything to load, in his language.</summary>
internal static class ErrorPage
{
    public static async Task WriteAsync(HttpContext http, int status, Site? site)
    {
        var response = http.Response;
        response.Clear();
        response.StatusCode = status;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        var language = LanguageOf(http.Request, site);
        var page = Encoding.UTF8.GetBytes(Render(ErrorTexts.For(status, language), language));
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await response.Body.WriteAsync(page, http.RequestAborted);
    }

    private static string LanguageOf(HttpRequest request, Site? site)
    {
        var wanted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage.ToArray()!, out var list)
            ? list.OrderByDescending(item => item.Quality ?? 1).Select(item => item.Value.ToString().Split('-')[0].ToLowerInvariant())
            : [];
        var known = site?.Languages ?? ErrorTexts.Languages;
        return wanted.FirstOrDefault(known.Contains) ?? known[0];
    }

    private static string Render(ErrorText text, string language) => $$"""
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{{WebUtility.HtmlEncode(text.Title)}}</title>
        <style>
        body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 12vh auto; max-width: 34rem; padding: 0 1.5rem; color: #1c2733; background: #fff }
        h1 { font-size: 1.5rem }
        @media (prefers-color-scheme: dark) { body { color: #e6ebf0; background: #14191f } }
        </style>
        </head>
        <body>
        <h1>{{WebUtility.HtmlEncode(text.Title)}}</h1>
        <p>{{WebUtility.HtmlEncode(text.Advice)}}</p>
        </body>
        </html>

        """;
}
