using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Proxying.Request;

/// <summary>A tracker that hides on the site's own host: a tag gateway, a copy of a vendor's script, an end point behind a proxy.</summary>
internal static class FirstPartyTracker
{
    /// <summary>Answers in the place of a held one. Its request never leaves the gateway, whoever runs the host behind it.</summary>
    public static bool TryAnswer(HttpContext http, Site site, VisitorConsent consent)
    {
        var kind = Fetch.Of(http.Request).Kind;
        if (!Holds(site, consent, RequestTarget.Of(http), kind)
            // The origin decodes what a page has spelled with escapes.
            && !Holds(site, consent, http.Request.Path.Value + http.Request.QueryString, kind))
        {
            return false;
        }

        HeldAnswer.Give(http, kind);
        return true;
    }

    private static bool Holds(Site site, VisitorConsent consent, string target, RequestKind kind) =>
        site.Judge.Holds(site.Judge.OfRequest(default, Encoding.UTF8.GetBytes(target), kind), consent);
}
