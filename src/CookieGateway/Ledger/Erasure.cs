using CookieGateway.Consent.Decisions;

namespace CookieGateway.Ledger;

/// <summary>Takes a visitor out of the ledger: the records stay as proof that decisions were taken, without anything that leads to a person.</summary>
public sealed class Erasure(ConsentLedger ledger, Outbox outbox, RevokedVisitors revoked)
{
    /// <summary>
    /// Erases a visitor and revokes the cookie on every replica. Returns when the order is on disk; Redis follows at once or when it is
    /// back. Throws <see cref="OutboxUnavailableException"/> like an append.
    /// </summary>
    public Task EraseAsync(string siteId, VisitorId visitor, CancellationToken cancellation) =>
        OrderAsync(new Revocation(siteId, visitor, ledger.Moment(), Erase: true), cancellation);

    /// <summary>Revokes what a visitor has decided so far, as an officer does on request; the records stay whole.</summary>
    public Task RevokeAsync(string siteId, VisitorId visitor, CancellationToken cancellation) =>
        OrderAsync(new Revocation(siteId, visitor, ledger.Moment(), Erase: false), cancellation);

    private async Task OrderAsync(Revocation order, CancellationToken cancellation)
    {
        await outbox.AppendAsync(LedgerJson.Write(new OutboxEntry { Revocation = order }), cancellation);
        revoked.Add(order.Site, order.Visitor, order.At);
    }
}
