using CookieGateway.Consent.Decisions;
using Microsoft.Net.Http.Headers;

namespace CookieGateway.ConsentApi;

/// <summary>
/// The consent cookie: the signed decision. Only HTTP sets and reads it, so no script can forge or steal it, and browsers that shorten
/// the life of cookies set by scripts leave it alone.
/// </summary>
public sealed class ConsentCookie(ConsentTokens tokens, RevokedVisitors revoked)
{
    public void Set(OwnVisit visit, ConsentDecision decision) =>
        Append(visit, tokens.Sign(visit.Site.TokenScope, decision), decision.Expires - decision.At);

    public void Remove(OwnVisit visit) => Append(visit, "", TimeSpan.Zero);

    /// <summary>
    /// What this visitor decided last, whether or not it still counts: a new decision goes on the same visitor's account. Null for
    /// somebody new, and for one who was erased and so is somebody new.
    /// </summary>
    public ConsentDecision? Earlier(OwnVisit visit)
    {
        ConsentDecision? latest = null;
        foreach (var token in Tokens(visit))
        {
            if (tokens.TryRead(visit.Site.TokenScope, token, out var decision) && (latest is null || decision.At > latest.At))
            {
                latest = decision;
            }
        }

        return latest is not null && revoked.Contains(visit.Site.Id, latest.Visitor, latest.At) ? null : latest;
    }

    private static IEnumerable<string> Tokens(OwnVisit visit) => visit.Http.Request.Headers.Cookie
        .SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries))
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0] == visit.Site.CookieName)
        .Select(pair => pair[1]);

    private static void Append(OwnVisit visit, string value, TimeSpan life)
    {
        var domain = visit.Site.CookieDomainOf(visit.Http.Request.Host.Host.ToLowerInvariant());
        var cookies = visit.Http.Response.Headers;
        cookies.Append(HeaderNames.SetCookie, Text(visit, value, life, domain));

        // A second cookie of the name, left by this very host, would stand in the way of the one for all hosts of the site.
        if (domain is not null && Tokens(visit).Skip(1).Any())
        {
            cookies.Append(HeaderNames.SetCookie, Text(visit, "", TimeSpan.Zero, null));
        }
    }

    private static string Text(OwnVisit visit, string value, TimeSpan life, string? domain) =>
        new SetCookieHeaderValue(visit.Site.CookieName, value)
        {
            Path = "/",
            Domain = domain,
            MaxAge = life,
            HttpOnly = true,
            SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax,
            Secure = visit.Http.Request.IsHttps,
        }.ToString();
}
