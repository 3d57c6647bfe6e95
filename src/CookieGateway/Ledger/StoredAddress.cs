using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;

namespace CookieGateway.Ledger;

/// <summary>A visitor's address in the form that the site stores.</summary>
internal static class StoredAddress
{
    public static string? Of(string? address, IpStorage storage, string siteId, SigningKey key)
    {
        if (address is null || storage == IpStorage.None || !IPAddress.TryParse(address, out var parsed))
        {
            return null;
        }

        var plain = parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed;
        return storage switch
        {
            IpStorage.Full => plain.ToString(),
            IpStorage.Truncated => Network(plain),
            IpStorage.Hmac => Hash(plain, siteId, key),
            _ => null,
        };
    }

    private static string Network(IPAddress address)
    {
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 24 : 48;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bits / 8).Clear();
        return new IPNetwork(new IPAddress(bytes), bits).ToString();
    }

    // The site goes into it: the same visitor must not be recognisable from one operator's records in another's.
    private static string Hash(IPAddress address, string siteId, SigningKey key) => "hmac:" + Convert.ToHexStringLower(
        HMACSHA256.HashData(key.Derive("ip-address"), Encoding.UTF8.GetBytes($"{siteId} {address}")).AsSpan(0, 16));
}
