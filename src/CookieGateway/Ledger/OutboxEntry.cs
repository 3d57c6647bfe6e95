namespace CookieGateway.Ledger;

/// <summary>What the outbox carries to Redis; exactly one of the three is there.</summary>
internal sealed record OutboxEntry
{
    public LedgerEntry? Record { get; init; }

    public ShownNotice? Notice { get; init; }

    public Revocation? Revocation { get; init; }
}
