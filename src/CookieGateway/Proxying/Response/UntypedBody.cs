namespace CookieGateway.Proxying.Response;

/// <summary>Looks into a body that has no type, as a browser will, before it is decided what becomes of it.</summary>
internal static class UntypedBody
{
    public static async ValueTask<BodyPlan> PlanAsync(PageExchange exchange, HttpResponseMessage origin, CancellationToken cancellationToken)
    {
        var headers = exchange.Http.Response.Headers;
        if (headers.XContentTypeOptions.ToString().Trim().Equals("nosniff", StringComparison.OrdinalIgnoreCase))
        {
            return BodyPlan.PassThrough;
        }

        if (BodyCoding.Of(origin.Content.Headers) != BodyCoding.Identity)
        {
            // Coded bytes tell nothing. Then the browser shall not look into them either.
            headers.XContentTypeOptions = "nosniff";
            return BodyPlan.PassThrough;
        }

        var content = origin.Content;
        var body = await content.ReadAsStreamAsync(cancellationToken);
        var beginning = new byte[HtmlSniffer.Length];
        var length = 0;
        while (length < beginning.Length && !HtmlSniffer.CannotBePage(beginning.AsSpan(0, length)))
        {
            var count = await body.ReadAsync(beginning.AsMemory(length), cancellationToken);
            if (count == 0)
            {
                break;
            }

            length += count;
        }

        origin.Content = new PageContent(content, rest => new PrefixedStream(beginning.AsMemory(0, length), rest));
        return HtmlSniffer.IsPage(beginning.AsSpan(0, length)) ? BodyPlan.Rewrite : BodyPlan.PassThrough;
    }
}
