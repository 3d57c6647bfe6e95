using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace CookieGateway.ConsentApi;

/// <summary>
/// How often one address may decide. A clinic's whole waiting room may sit behind one address, so it is generous; it keeps a loop from
/// filling the ledger.
/// </summary>
internal sealed class DecisionRate : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress?> _limiter = PartitionedRateLimiter.Create<IPAddress?, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(Network(address), static _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 60,
            TokensPerPeriod = 30,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    public bool Permits(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    // One household or office has a whole /64 of IPv6 to itself.
    private static string Network(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address?.ToString() ?? "";
}
