namespace CookieGateway.BrowserTests.Support;

/// <summary>A request that left the clinic's own hosts, as the host at the other end received it.</summary>
/// <param name="Kind">What the browser says it is for (Sec-Fetch-Dest): script, image, iframe, empty.</param>
/// <param name="Visitor">Which visitor of the tests asked; empty for the browser's own doings.</param>
public sealed record ForeignRequest(string Method, string Host, string Target, string Kind, string Visitor)
{
    public string Path => Target.Split('?')[0];

    public override string ToString() => $"{Method} {Host}{Target} ({Kind})";
}
