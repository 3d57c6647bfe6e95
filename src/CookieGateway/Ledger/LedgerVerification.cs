namespace CookieGateway.Ledger;

/// <summary>What the check of a site's ledger has found.</summary>
/// <param name="Site">The site.</param>
/// <param name="Records">How many records were read.</param>
/// <param name="Seals">How many seals were read.</param>
/// <param name="Findings">What does not hold, in sentences; empty when the ledger is as the gateways have written it.</param>
public sealed record LedgerVerification(string Site, int Records, int Seals, IReadOnlyList<string> Findings);
