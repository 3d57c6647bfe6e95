using System.Security.Cryptography;
using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Records;
using CookieGateway.Consent.Records.Json;

namespace CookieGateway.Ledger;

/// <summary>Makes the proofs of records, and finds out what has become of a record since.</summary>
internal static class RecordProofs
{
    private const int SaltBytes = 16;

    public static LedgerEntry Prove(ConsentRecord record, SigningKey key)
    {
        var addressSalt = RandomNumberGenerator.GetBytes(SaltBytes);
        var personSalt = RandomNumberGenerator.GetBytes(SaltBytes);
        var proof = new RecordProof(key.Id, addressSalt, OfAddress(record, addressSalt), personSalt, OfPerson(record, personSalt), []);
        return new LedgerEntry(record, proof with { Mac = Mac(record, proof, key) });
    }

    public static ProofFinding Check(LedgerEntry entry, SigningKeys keys)
    {
        var (record, proof) = entry;
        if (keys.Find(proof.Key) is not { } key)
        {
            return ProofFinding.UnknownKey;
        }

        var addressHolds = proof.AddressSalt is { } addressSalt
            ? OfAddress(record, addressSalt).AsSpan().SequenceEqual(proof.AddressCommitment)
            : record.IpAddress is null;
        var personHolds = proof.PersonSalt is { } personSalt
            ? record.Erased is null && OfPerson(record, personSalt).AsSpan().SequenceEqual(proof.PersonCommitment)
            : record.Erased is { } erased && record == record.Anonymised(erased) && proof.AddressSalt is null;
        return CryptographicOperations.FixedTimeEquals(Mac(record, proof, key), proof.Mac) && addressHolds && personHolds
            ? ProofFinding.Holds
            : ProofFinding.Edited;
    }

    private static byte[] OfAddress(ConsentRecord record, byte[] salt) =>
        SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(record.IpAddress ?? "")]);

    private static byte[] OfPerson(ConsentRecord record, byte[] salt)
    {
        // Lengths stand before the texts, so that no two persons read the same.
        var text = new StringBuilder();
        foreach (var field in (string[])[record.Visitor.ToString(), record.UserAgent ?? "", record.Page ?? "", record.Language ?? ""])
        {
            text.Append(field.Length).Append(':').Append(field);
        }

        return SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text.ToString())]);
    }

    // What the MAC reads is the record's JSON without its person. So a property that is added to ConsentRecord one day must come last
    // and be null in older records, or they would no longer verify.
    private static byte[] Mac(ConsentRecord record, RecordProof proof, SigningKey key)
    {
        var lasting = RecordJson.Write(record.Anonymised(default) with { Erased = null });
        byte[] signed = [.. lasting, .. proof.AddressCommitment, .. proof.PersonCommitment];
        return HMACSHA256.HashData(key.Derive("ledger-record"), signed);
    }
}
