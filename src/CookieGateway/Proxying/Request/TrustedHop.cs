using System.Net;
using CookieGateway.Sites;

namespace CookieGateway.Proxying.Request;

/// <summary>
/// Finds out who really asks. Forwarding headers count only from a peer that the operator trusts; from anybody else they are removed,
/// so that nobody writes an address of his choice into the ledger or into the origin's log.
/// </summary>
internal sealed class TrustedHop(GatewaySettings settings)
{
    private static readonly string[] Claims =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix",
        "X-Forwarded-Server", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "X-Original-For", "X-Original-Proto",
        "X-Original-Host",
    ];

    /// <summary>Puts the visitor's address and scheme where everybody looks for them: into the connection and the request.</summary>
    public void Apply(HttpContext http)
    {
        var headers = http.Request.Headers;
        if (http.Connection.RemoteIpAddress is { } peer)
        {
            http.Connection.RemoteIpAddress = Plain(peer);
            if (IsTrusted(Plain(peer)))
            {
                var hops = headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries);
                http.Connection.RemoteIpAddress = FirstUntrusted(hops, Plain(peer));
                http.Request.Scheme = SchemeOf(headers["X-Forwarded-Proto"].ToString(), http.Request.Scheme);
            }
        }

        foreach (var claim in Claims)
        {
            headers.Remove(claim);
        }
    }

    /// <summary>From the right, where the nearest proxy writes, to the first address that is not a trusted proxy's own.</summary>
    private IPAddress FirstUntrusted(string[] hops, IPAddress peer)
    {
        var visitor = peer;
        foreach (var hop in hops.Reverse())
        {
            if (AddressIn(hop) is not { } address)
            {
                break;
            }

            visitor = address;
            if (!IsTrusted(address))
            {
                break;
            }
        }

        return visitor;
    }

    private bool IsTrusted(IPAddress address)
    {
        foreach (var network in settings.TrustedProxies)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    private static IPAddress? AddressIn(string hop) =>
        IPEndPoint.TryParse(hop, out var endPoint) ? Plain(endPoint.Address) : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string SchemeOf(string claim, string otherwise) => claim.Split(',')[^1].Trim().ToLowerInvariant() switch
    {
        "https" => "https",
        "http" => "http",
        _ => otherwise,
    };
}
