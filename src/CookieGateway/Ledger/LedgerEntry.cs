using CookieGateway.Consent.Records;

namespace CookieGateway.Ledger;

/// <summary>A record and its proof: what stands in the outbox and under <c>cg:{site}:record:{id}</c>.</summary>
internal sealed record LedgerEntry(ConsentRecord Record, RecordProof Proof)
{
    /// <summary>The entry without the address, once the site's term for addresses is over.</summary>
    public LedgerEntry Masked() => new(Record with { IpAddress = null }, Proof with { AddressSalt = null });

    /// <summary>The entry without anything that leads to a person.</summary>
    public LedgerEntry Anonymised(DateTimeOffset now) =>
        new(Record.Anonymised(now), Proof with { AddressSalt = null, PersonSalt = null });
}
