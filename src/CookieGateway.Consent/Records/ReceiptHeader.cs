using CookieGateway.Consent.Decisions;

namespace CookieGateway.Consent.Records;

/// <summary>The receipt's first section.</summary>
/// <param name="SchemaVersion">The shape of what follows.</param>
/// <param name="RecordId">The record in the ledger.</param>
/// <param name="Site">The site.</param>
/// <param name="Language">The language of the notice; null when it is not known.</param>
public sealed record ReceiptHeader(string SchemaVersion, RecordId RecordId, string Site, string? Language)
{
    /// <summary>The shape that this version writes.</summary>
    public const string Schema = "ISO/IEC TS 27560:2023";
}
