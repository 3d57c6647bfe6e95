using CookieGateway.Proxying.Response;
using CookieGateway.Statistics;
using Yarp.ReverseProxy.Forwarder;

namespace CookieGateway.Proxying.Failures;

/// <summary>Why a visitor got no page, or not all of it, and whose fault that was.</summary>
/// <param name="Fault">Decides the log level and the counter.</param>
/// <param name="Status">Of the page that stands in.</param>
/// <param name="Reason">For the log, as a sentence.</param>
internal readonly record struct ProxyFailure(VisitFailure Fault, int Status, string Reason)
{
    public static ProxyFailure Of(PageExchange exchange)
    {
        if (exchange.Plan == BodyPlan.Refuse)
        {
            return new(VisitFailure.Gateway, StatusCodes.Status502BadGateway,
                "The origin sent a page that the gateway cannot read: a part of one, or in a coding it was not offered.");
        }

        if (exchange.Http.GetEndpoint() is null)
        {
            return new(VisitFailure.Gateway, StatusCodes.Status503ServiceUnavailable, "No route leads to an origin of the site.");
        }

        return exchange.Http.Features.Get<IForwarderErrorFeature>() is { } error ? Of(error) : default;
    }

    private static ProxyFailure Of(IForwarderErrorFeature error) => error.Error switch
    {
        ForwarderError.None => default,
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.RequestBodyClient
            or ForwarderError.ResponseBodyCanceled or ForwarderError.ResponseBodyClient
            or ForwarderError.UpgradeRequestCanceled or ForwarderError.UpgradeRequestClient
            or ForwarderError.UpgradeResponseCanceled or ForwarderError.UpgradeResponseClient
            => new(VisitFailure.Visitor, StatusCodes.Status499ClientClosedRequest, "The visitor went away."),
        ForwarderError.NoAvailableDestinations
            => new(VisitFailure.Origin, StatusCodes.Status503ServiceUnavailable, "No origin of the site is healthy."),
        ForwarderError.RequestTimedOut
            => new(VisitFailure.Origin, StatusCodes.Status504GatewayTimeout, "The origin did not answer in time."),
        ForwarderError.RequestCreation or ForwarderError.ResponseHeaders
            => new(VisitFailure.Gateway, StatusCodes.Status502BadGateway, $"The gateway failed: {error.Exception?.Message}"),
        ForwarderError.ResponseBodyDestination when !IsBroken(error.Exception)
            => new(VisitFailure.Gateway, StatusCodes.Status502BadGateway, $"The page could not be rewritten: {error.Exception?.Message}"),
        _ => new(VisitFailure.Origin, StatusCodes.Status502BadGateway, $"The origin's answer is missing or broken: {error.Exception?.Message}"),
    };

    /// <summary>The bytes themselves are at fault: cut off, or not in the coding they claim.</summary>
    private static bool IsBroken(Exception? problem) => problem is IOException or HttpRequestException or InvalidDataException;
}
