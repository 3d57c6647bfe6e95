using CookieGateway.Banner;
using CookieGateway.Proxying.Failures;
using CookieGateway.Proxying.Request;
using CookieGateway.Statistics;

namespace CookieGateway.Proxying;

/// <summary>The life of a visitor's request, from top to bottom. README.md draws the same steps with the same numbers.</summary>
internal sealed partial class PageRequest(
    SiteFinder sites, ConsentReader consents, OwnPages own, VariantDraw variants, PageOutcomes outcomes, ILogger<PageRequest> logger)
{
    public async Task HandleAsync(HttpContext http, RequestDelegate toOrigin)
    {
        // 1  Whose site is this?
        if (sites.Find(http) is not { } site)
        {
            UnknownSite(logger, http.Request.Host);
            await ErrorPage.WriteAsync(http, StatusCodes.Status421MisdirectedRequest, site: null);
            return;
        }

        // 2  What has this visitor agreed to?
        var consent = consents.Read(http.Request, site);

        // 3  The gateway's own pages, and trackers that hide on the site's own host.
        if (await own(http, site, consent) || FirstPartyTracker.TryAnswer(http, site, consent))
        {
            return;
        }

        // 4-9  To the origin and back: YARP asks; its transforms trim what the origin sees (OriginRequest: 4), and filter cookies (6),
        //      headers (7) and the page itself (8, 9) while it streams (OriginResponse).
        var exchange = PageExchange.Begin(http, site, consent, variants.For(site, http));
        await toOrigin(http);
        var failure = await AnswerFailureAsync(exchange);

        // 10  What the dashboard will show of it.
        outcomes.Count(exchange, failure);
    }

    /// <summary>The origin is silent or unreadable: then the visitor gets a page of ours, unless a part of the site's is out already.</summary>
    private async Task<ProxyFailure> AnswerFailureAsync(PageExchange exchange)
    {
        var failure = ProxyFailure.Of(exchange);
        if (failure.Fault != VisitFailure.None)
        {
            Report(exchange, failure);
            if (!exchange.Http.Response.HasStarted && failure.Fault != VisitFailure.Visitor)
            {
                await ErrorPage.WriteAsync(exchange.Http, failure.Status, exchange.Site);
            }
        }

        return failure;
    }

    private void Report(PageExchange exchange, ProxyFailure failure)
    {
        var level = LevelOf(failure.Fault);
        if (logger.IsEnabled(level))
        {
            Failed(logger, level, exchange.Site.Id, exchange.Address.Path, failure.Reason);
        }
    }

    private static LogLevel LevelOf(VisitFailure fault) => fault switch
    {
        VisitFailure.Visitor => LogLevel.Debug,
        VisitFailure.Origin => LogLevel.Warning,
        _ => LogLevel.Error,
    };

    [LoggerMessage(LogLevel.Warning,
        "No site answers to the host \"{Host}\". Add it under Sites, or point its DNS record elsewhere.")]
    private static partial void UnknownSite(ILogger logger, HostString host);

    [LoggerMessage("{Site}{Path}: {Reason}")]
    private static partial void Failed(ILogger logger, LogLevel level, string site, string path, string reason);
}
