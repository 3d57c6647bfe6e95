using CookieGateway.Consent.Records;

namespace CookieGateway.Ledger;

/// <summary>Some records of a period.</summary>
/// <param name="Records">The newest first.</param>
/// <param name="Next">Where the next page starts; null when this was the last.</param>
public sealed record LedgerPage(IReadOnlyList<ConsentRecord> Records, string? Next);
