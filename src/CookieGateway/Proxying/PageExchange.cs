using CookieGateway.Consent.Decisions;
using CookieGateway.Cookies;
using CookieGateway.Proxying.Request;
using CookieGateway.Proxying.Response;
using CookieGateway.Sites;
using Microsoft.AspNetCore.Http.Features;

namespace CookieGateway.Proxying;

/// <summary>
/// One request on its way to the origin and back: what was found out about it, and what came of it. YARP calls the steps from its
/// transforms, to which nothing can be passed but the HttpContext, so the exchange travels as a feature of it.
/// </summary>
internal sealed class PageExchange
{
    private PageExchange(HttpContext http, Site site, VisitorConsent consent, BannerSettings banner)
    {
        Http = http;
        Site = site;
        Consent = consent;
        Banner = banner;
        Fetch = Fetch.Of(http.Request);
        Address = new PageAddress(http.Request.Scheme, http.Request.Host.Value ?? "", RequestTarget.Of(http));
        Cookies = RequestCookies.Judge(http.Request.Headers.Cookie, site, consent);
        Variant = PageVariant.Of(site, consent, banner, http.Request.Headers.AcceptLanguage.ToString());
    }

    public HttpContext Http { get; }

    public Site Site { get; }

    public VisitorConsent Consent { get; }

    /// <summary>The banner that this visitor sees: the site's own, or the variant of it that was drawn.</summary>
    public BannerSettings Banner { get; }

    public Fetch Fetch { get; }

    public PageAddress Address { get; }

    public RequestCookies Cookies { get; }

    /// <summary>The name of what this visitor's pages look like.</summary>
    public PageVariant Variant { get; }

    /// <summary>A validator of this variant went to the origin, so a 304 speaks of this variant.</summary>
    public bool AskedForVariant { get; set; }

    /// <summary>What is done with the body; null until the origin has answered.</summary>
    public BodyPlan? Plan { get; set; }

    /// <summary>The page that is rewritten; null when the body passes.</summary>
    public PageContext? Page { get; set; }

    /// <summary>Third parties that the answer's headers name.</summary>
    public PageFindings HeaderFindings { get; } = new();

    /// <summary>Cookies that the origin set and the filter saw, by name.</summary>
    public List<(JudgedCookie Cookie, SetCookieLine Line)> SetCookies { get; } = [];

    public static PageExchange Begin(HttpContext http, Site site, VisitorConsent consent, BannerSettings banner)
    {
        var exchange = new PageExchange(http, site, consent, banner);
        http.Features.Set(exchange);
        return exchange;
    }

    public static PageExchange Of(HttpContext http) => http.Features.GetRequiredFeature<PageExchange>();
}
