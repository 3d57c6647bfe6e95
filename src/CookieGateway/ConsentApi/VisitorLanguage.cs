using CookieGateway.Sites;
using Microsoft.AspNetCore.Http.Headers;

namespace CookieGateway.ConsentApi;

/// <summary>The language of one of the gateway's own pages: what its address asks for, else what the browser prefers.</summary>
internal static class VisitorLanguage
{
    public static string Of(HttpRequest request, Site site)
    {
        var asked = request.Query["lang"].ToString();
        if (site.Languages.Contains(asked))
        {
            return asked;
        }

        var preferred = new RequestHeaders(request.Headers).AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is not null && site.Languages.Contains(language));
        return preferred ?? site.Languages[0];
    }
}
