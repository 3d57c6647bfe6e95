using CookieGateway.Redis;

namespace CookieGateway.Ledger;

/// <summary>How the evidence stands, for <c>/health/ready</c> and the dashboard: in sentences; none when all is well.</summary>
public sealed class LedgerHealth
{
    private readonly RedisHealth _redis;
    private readonly Outbox _outbox;
    private readonly Shipper _shipper;

    internal LedgerHealth(RedisHealth redis, Outbox outbox, Shipper shipper) => (_redis, _outbox, _shipper) = (redis, outbox, shipper);

    /// <summary>What is wrong with Redis: decisions are kept meanwhile.</summary>
    public IReadOnlyList<string> Redis => _redis.Reasons;

    /// <summary>What is wrong with the outbox, or with its way to Redis. When its disk fails, decisions are refused.</summary>
    public IReadOnlyList<string> Outbox =>
        (_outbox.Reason ?? (_redis.Reasons.Count == 0 ? _shipper.Reason : null)) is { } reason ? [reason] : [];

    /// <summary>Bytes of decisions that Redis does not hold durably yet.</summary>
    public long WaitingBytes => _outbox.Bytes;
}
