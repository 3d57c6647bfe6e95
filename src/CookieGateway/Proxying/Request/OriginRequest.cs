using System.Globalization;
using CookieGateway.Proxying.Response;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;

namespace CookieGateway.Proxying.Request;

/// <summary>Step 4: makes the request that the origin gets. YARP has copied the visitor's headers before.</summary>
internal sealed class OriginRequest(ConsentHeader consentHeader)
{
    public ValueTask PrepareAsync(RequestTransformContext context)
    {
        var exchange = PageExchange.Of(context.HttpContext);
        var origin = context.ProxyRequest;

        origin.RequestUri = RequestTarget.At(context.DestinationPrefix, exchange.Address.Target);
        RemoveWhatEndsHere(context);
        LimitCodings(context);
        AskForVariant(exchange, origin);
        SendPermittedCookies(exchange, origin);
        SayWhoAsks(context);
        Replace(origin, ConsentHeader.Name, consentHeader.For(exchange.Site, exchange.Consent));
        return ValueTask.CompletedTask;
    }

    private static void RemoveWhatEndsHere(RequestTransformContext context)
    {
        var visitor = context.HttpContext.Request.Headers;
        foreach (var name in HopByHop.NamedIn(visitor.Connection))
        {
            Remove(context.ProxyRequest, name);
        }

        // YARP takes it for a hop-by-hop header because of its name.
        Replace(context.ProxyRequest, HeaderNames.UpgradeInsecureRequests, visitor.UpgradeInsecureRequests.ToString());
    }

    private static void LimitCodings(RequestTransformContext context)
    {
        Replace(context.ProxyRequest, HeaderNames.AcceptEncoding, ContentCodings.ForOrigin(context.HttpContext.Request.Headers.AcceptEncoding));

        // RFC 9842: a body compressed with a dictionary that the browser has and the gateway has not.
        Remove(context.ProxyRequest, "Available-Dictionary");
        Remove(context.ProxyRequest, "Dictionary-ID");
    }

    /// <summary>Validators go to the origin without the variant's mark; a piece of a page cannot be rewritten, so pages are asked for whole.</summary>
    private static void AskForVariant(PageExchange exchange, HttpRequestMessage origin)
    {
        var headers = exchange.Http.Request.Headers;
        if (headers.IfNoneMatch.Count > 0 || exchange.Fetch.MayBePage)
        {
            var conditions = Validators.ForOrigin(headers.IfNoneMatch, exchange.Variant, exchange.Fetch.MayBePage);
            exchange.AskedForVariant = conditions.OfVariant;
            Replace(origin, HeaderNames.IfNoneMatch, conditions.IfNoneMatch);
            if (conditions.IfModifiedSince is { } date)
            {
                Replace(origin, HeaderNames.IfModifiedSince, date.ToString("r", CultureInfo.InvariantCulture));
            }
            else if (exchange.Fetch.MayBePage)
            {
                // The date of a page that the visitor has from before the gateway, or of another variant.
                Remove(origin, HeaderNames.IfModifiedSince);
            }
        }

        if (exchange.Fetch.MayBePage)
        {
            Remove(origin, HeaderNames.Range);
            Remove(origin, HeaderNames.IfRange);
        }
    }

    private static void SendPermittedCookies(PageExchange exchange, HttpRequestMessage origin)
    {
        if (exchange.Cookies.Changed)
        {
            Replace(origin, HeaderNames.Cookie, exchange.Cookies.ForOrigin.ToString());
        }
    }

    /// <summary>Who asks, in what everybody reads; <see cref="TrustedHop"/> has removed what was claimed and not to be believed.</summary>
    private static void SayWhoAsks(RequestTransformContext context)
    {
        var request = context.HttpContext.Request;
        var origin = context.ProxyRequest;
        Replace(origin, "X-Forwarded-For", context.HttpContext.Connection.RemoteIpAddress?.ToString());
        Replace(origin, "X-Forwarded-Proto", request.Scheme);
        Replace(origin, "X-Forwarded-Host", request.Host.Value);
        Replace(origin, HeaderNames.Via, Via.Append(request.Headers.Via.ToString(), Via.VersionOf(request.Protocol)));
    }

    private static void Replace(HttpRequestMessage origin, string name, string? value)
    {
        Remove(origin, name);
        if (!string.IsNullOrEmpty(value))
        {
            origin.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static void Remove(HttpRequestMessage origin, string name)
    {
        // Some names belong to the content, and asking the wrong collection throws for those.
        if (!origin.Headers.NonValidated.Contains(name))
        {
            if (origin.Content?.Headers.NonValidated.Contains(name) ?? false)
            {
                origin.Content.Headers.Remove(name);
            }

            return;
        }

        origin.Headers.Remove(name);
    }
}
