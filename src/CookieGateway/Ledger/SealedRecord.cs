using CookieGateway.Consent.Decisions;

namespace CookieGateway.Ledger;

/// <summary>A record's place in a seal.</summary>
/// <param name="Id">The record's id, as its digits.</param>
/// <param name="Mac">Its proof's MAC in hexadecimal; empty when the record was gone, or could not be read, before it was sealed.</param>
internal readonly record struct SealedRecord(string Id, string Mac)
{
    /// <summary>When the record was made: the first 48 bits of a UUID of version 7 (RFC 9562, section 5.7).</summary>
    public DateTimeOffset MadeAt => RecordId.TryParse(Id, out _)
        ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(Id[..12], 16))
        : DateTimeOffset.MaxValue;

    public static SealedRecord Of(string id, LedgerEntry? entry) =>
        new(id, entry is null ? "" : Convert.ToHexStringLower(entry.Proof.Mac));

    public static SealedRecord Read(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new SealedRecord(line, "") : new SealedRecord(line[..colon], line[(colon + 1)..]);
    }

    public override string ToString() => $"{Id}:{Mac}";
}
