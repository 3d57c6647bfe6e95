using CookieGateway.Banner;
using CookieGateway.Cookies;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;

namespace CookieGateway.Proxying.Response;

/// <summary>Steps 6 to 8: makes the answer that the visitor gets. YARP has copied status and headers before, and copies the body after.</summary>
internal sealed class OriginResponse(BannerRenderer banner, TimeProvider time)
{
    public async ValueTask AdjustAsync(ResponseTransformContext context)
    {
        if (context.ProxyResponse is not { } origin)
        {
            // The origin could not be reached: there is nothing to adjust.
            return;
        }

        var exchange = PageExchange.Of(context.HttpContext);
        exchange.Plan = BodyPlanner.For(exchange.Http.Request.Method, origin);

        RemoveWhatEndsHere(exchange, origin);
        FilterCookies(exchange);
        Hints.Filter(exchange, exchange.Http.Response.Headers);
        if (HeldRedirect.TryAnswer(exchange))
        {
            context.SuppressResponseBody = true;
            return;
        }

        await LookIntoUntypedBodyAsync(exchange, origin, context.CancellationToken);
        ApplyPlan(exchange, origin, context);
        await OpenEventStreamAsync(exchange, context.CancellationToken);
    }

    private static void RemoveWhatEndsHere(PageExchange exchange, HttpResponseMessage origin)
    {
        var headers = exchange.Http.Response.Headers;
        if ((int)origin.StatusCode == StatusCodes.Status101SwitchingProtocols)
        {
            return;
        }

        foreach (var name in HopByHop.NamedIn(origin.Headers.NonValidated.TryGetValues(HeaderNames.Connection, out var values) ? values : []))
        {
            headers.Remove(name);
        }

        // Trailers do not reach a visitor over HTTP/1.1, so they are not announced either.
        headers.Remove(HeaderNames.Trailer);
        headers.Via = Via.Append(headers.Via.ToString(), origin.Version);
    }

    /// <summary>Step 6. On every kind of answer: pages, redirects, images, 304.</summary>
    private void FilterCookies(PageExchange exchange)
    {
        var headers = exchange.Http.Response.Headers;
        headers.SetCookie = SetCookieFilter.Filter(
            headers.SetCookie, exchange.Site, exchange.Consent, time.GetUtcNow(),
            (cookie, line) => exchange.SetCookies.Add((cookie, line)));

        // What a page loads comes in dozens; the page itself is enough to clear the browser.
        if (exchange.Fetch.IsNavigation)
        {
            foreach (var line in CookieExpiry.Lines(
                exchange.Cookies.Held, exchange.Http.Request.Host.Host.ToLowerInvariant(), exchange.Address.Path, exchange.Address.Scheme == "https"))
            {
                headers.Append(HeaderNames.SetCookie, line);
            }
        }
    }

    /// <summary>An answer without a type is a page when a browser would take it for one.</summary>
    private static async ValueTask LookIntoUntypedBodyAsync(
        PageExchange exchange, HttpResponseMessage origin, CancellationToken cancellationToken)
    {
        if (exchange.Plan == BodyPlan.PassThrough && !BodyPlanner.HasNoBody(origin) && BodyPlanner.IsUntyped(origin.Content.Headers)
            && !HttpMethods.IsHead(exchange.Http.Request.Method))
        {
            exchange.Plan = await UntypedBody.PlanAsync(exchange, origin, cancellationToken);
        }
    }

    private void ApplyPlan(PageExchange exchange, HttpResponseMessage origin, ResponseTransformContext context)
    {
        var headers = exchange.Http.Response.Headers;
        switch (exchange.Plan)
        {
            case BodyPlan.Refuse:
                context.SuppressResponseBody = true;
                return;
            case BodyPlan.Rewrite:
                BeginPage(exchange, origin);
                return;
            default:
                if (BodyPlanner.HasNoBody(origin) && (int)origin.StatusCode != StatusCodes.Status101SwitchingProtocols)
                {
                    // Stray bytes after such a status end with the connection to the origin, and never become the next visitor's answer.
                    context.SuppressResponseBody = true;
                    headers.ContentLength = null;
                }

                if (BodyPlanner.IsOtherXml(origin.Content.Headers))
                {
                    PageHeaders.ForOtherXml(exchange);
                }

                if (origin.StatusCode == System.Net.HttpStatusCode.NotModified && exchange.AskedForVariant)
                {
                    PageHeaders.ForNotModified(exchange, origin);
                }

                return;
        }
    }

    /// <summary>An event stream may be silent for long; its visitor shall know at once that it is open. YARP waits for the first byte.</summary>
    private static async ValueTask OpenEventStreamAsync(PageExchange exchange, CancellationToken cancellationToken)
    {
        var response = exchange.Http.Response;
        if (exchange.Plan == BodyPlan.PassThrough && response.StatusCode == StatusCodes.Status200OK
            && (response.ContentType?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) ?? false))
        {
            // It may seem right to call StartAsync, but that only fixes the headers; a flush sends them.
            await response.Body.FlushAsync(cancellationToken);
        }
    }

    /// <summary>Steps 7 and 9 for a page.</summary>
    private void BeginPage(PageExchange exchange, HttpResponseMessage origin)
    {
        var headers = exchange.Http.Response.Headers;
        var policies = headers.ContentSecurityPolicy.OfType<string>().ToArray();
        var nonce = CspPermissions.FindNonce(policies);
        var permitted = CspPermissions.Read(policies, nonce);
        var page = new PageContext
        {
            Site = exchange.Site,
            Consent = exchange.Consent,
            Address = exchange.Address,
            Charset = BodyPlanner.Charset(origin.Content.Headers),
            IsXml = BodyPlanner.IsXml(origin.Content.Headers),
            IsDocument = exchange.Fetch.IsNavigation,
            IsTopDocument = exchange.Fetch.IsTopDocument,
            AcceptLanguage = exchange.Http.Request.Headers.AcceptLanguage.ToString(),
            CspNonce = nonce,
            Csp = permitted,
            Insertions = banner.For(exchange.Site, exchange.Banner, exchange.Consent, nonce, permitted),
        };
        exchange.Page = page;

        var coding = BodyCoding.Of(origin.Content.Headers)!;
        var recoding = PageEncoder.Choose(coding, exchange.Http.Request.Headers.AcceptEncoding);
        PageHeaders.ForPage(exchange, origin, recoding, banner.Seen(exchange.Site));
        origin.Content = new PageContent(origin.Content, body => new PageStream(coding.Decode(body), page, recoding, ServeAsUtf8));

        // The header counts for more than what the page says of itself.
        void ServeAsUtf8() => headers.ContentType = $"{(page.IsXml ? "application/xhtml+xml" : "text/html")}; charset=utf-8";
    }
}
