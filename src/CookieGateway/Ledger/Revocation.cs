using CookieGateway.Consent.Decisions;

namespace CookieGateway.Ledger;

/// <summary>An order that a visitor's decisions up to a moment no longer count; with the erasure of the person from the records, or not.</summary>
internal sealed record Revocation(string Site, VisitorId Visitor, DateTimeOffset At, bool Erase);
