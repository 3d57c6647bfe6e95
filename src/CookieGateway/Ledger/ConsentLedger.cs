using CookieGateway.Consent.Records;
using CookieGateway.Redis;
using CookieGateway.Sites;

namespace CookieGateway.Ledger;

/// <summary>The way into the ledger. What it has taken is on this machine's disk, and will be in Redis whatever happens to either.</summary>
public sealed class ConsentLedger(Outbox outbox, SigningKeyStore keys, SiteCatalog sites, TimeProvider time)
{
    private const int LongestText = 512;
    private readonly Lock _momentLock = new();
    private long _lastMoment;

    /// <summary>
    /// Appends a record. When this returns the record has been flushed to disk: only then may the cookie be set. Throws
    /// <see cref="OutboxUnavailableException"/> when that cannot be done; answer 503 then.
    /// </summary>
    public Task AppendAsync(ConsentRecord record, CancellationToken cancellation)
    {
        var entry = RecordProofs.Prove(AsStored(record), keys.Keys.Current);
        return outbox.AppendAsync(LedgerJson.Write(new OutboxEntry { Record = entry }), cancellation);
    }

    /// <summary>The moment for a new record and its id: UTC, to the millisecond, never before one that was given earlier.</summary>
    public DateTimeOffset Moment()
    {
        lock (_momentLock)
        {
            // A clock that is set back must not put a visitor's second answer before the first.
            _lastMoment = Math.Max(_lastMoment, time.GetUtcNow().ToUnixTimeMilliseconds());
            return DateTimeOffset.FromUnixTimeMilliseconds(_lastMoment);
        }
    }

    // What the site does not store is not even written to the outbox.
    private ConsentRecord AsStored(ConsentRecord record) => record with
    {
        IpAddress = StoredAddress.Of(record.IpAddress, LedgerRules.Of(sites, record.Site).IpStorage, record.Site, keys.Keys.Current),
        UserAgent = Cut(record.UserAgent),
        Page = Cut(record.Page?.Split('?', '#')[0]),
    };

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;
}
