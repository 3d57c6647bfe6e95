using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CookieGateway.Consent.Decisions;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>
/// One link of the chain over a site's ledger: the records of a batch, in the order in which they came, and the seal before it, under
/// one MAC. A record stands in it by its own proof's MAC, so masking and erasing it leave the seal as it is.
/// </summary>
internal sealed record Seal(long Number, string Previous, long At, uint Key, IReadOnlyList<SealedRecord> Records, string Mac)
{
    /// <summary>What the first seal has before it.</summary>
    public const string Beginning = "";

    public static Seal Make(
        string site, long number, string previous, DateTimeOffset at, IReadOnlyList<SealedRecord> records, SigningKey key)
    {
        var seal = new Seal(number, previous, at.ToUnixTimeMilliseconds(), key.Id, records, "");
        return seal with { Mac = seal.MacWith(site, key) };
    }

    public string MacWith(string site, SigningKey key) => Convert.ToHexStringLower(HMACSHA256.HashData(
        key.Derive("ledger-seal"),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{site}\n{Number}\n{Previous}\n{At}\n{Lines()}"))));

    public HashEntry[] Fields() =>
    [
        new("previous", Previous),
        new("at", At.ToString(CultureInfo.InvariantCulture)),
        new("key", Key.ToString(CultureInfo.InvariantCulture)),
        new("records", Lines()),
        new("mac", Mac),
    ];

    /// <summary>Reads <see cref="Fields"/>; null when they are not all there, or not as they were written.</summary>
    public static Seal? Read(long number, HashEntry[] fields)
    {
        var values = fields.ToDictionary(field => (string)field.Name!, field => (string)field.Value!, StringComparer.Ordinal);
        return values.TryGetValue("previous", out var previous)
            && values.TryGetValue("records", out var records)
            && values.TryGetValue("mac", out var mac)
            && long.TryParse(values.GetValueOrDefault("at"), CultureInfo.InvariantCulture, out var at)
            && uint.TryParse(values.GetValueOrDefault("key"), CultureInfo.InvariantCulture, out var key)
                ? new Seal(number, previous, at, key, [.. records.Split('\n').Select(SealedRecord.Read)], mac)
                : null;
    }

    private string Lines() => string.Join('\n', Records);
}
