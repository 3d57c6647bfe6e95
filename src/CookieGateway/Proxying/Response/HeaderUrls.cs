using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Urls;

namespace CookieGateway.Proxying.Response;

/// <summary>Judges the addresses that headers name, read as a browser reads them against the address of the answer.</summary>
internal sealed class HeaderUrls
{
    private readonly PageExchange _exchange;
    private readonly UrlReader _reader = new();

    public HeaderUrls(PageExchange exchange)
    {
        _exchange = exchange;
        var address = exchange.Address;
        _reader.Start(
            address.Scheme == "https",
            Encoding.Latin1.GetBytes(new HostString(address.Host).Host.ToLowerInvariant()),
            Encoding.Latin1.GetBytes(address.Path));
    }

    /// <summary>Whether the browser may not ask there for this visitor. What is held is noted for the inventory.</summary>
    public bool Holds(string url, RequestKind kind)
    {
        var read = _reader.Read(Encoding.Latin1.GetBytes(url));
        if (read.Kind is not (UrlKind.Http or UrlKind.Https or UrlKind.WebSocket))
        {
            return false;
        }

        var judge = _exchange.Site.Judge;
        var verdict = judge.OfRequest(read.Host, read.Target, kind);
        var held = judge.Holds(verdict, _exchange.Consent);
        if (verdict.Kind != VerdictKind.Own)
        {
            _exchange.HeaderFindings.Add(Encoding.ASCII.GetString(read.Host), kind, verdict, held);
        }

        return held;
    }
}
