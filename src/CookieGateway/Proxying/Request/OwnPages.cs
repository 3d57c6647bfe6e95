using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;

namespace CookieGateway.Proxying.Request;

/// <summary>
/// Answers a request under a site's <see cref="Site.PathPrefix"/>, and the well-known paths the gateway owns. False: the path is not
/// the gateway's, and nothing was written. The host gives the consent API here, which the page's path must not know by type.
/// </summary>
public delegate ValueTask<bool> OwnPages(HttpContext http, Site site, VisitorConsent consent);
