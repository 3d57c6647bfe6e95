using System.Collections.Concurrent;
using CookieGateway.Consent.Decisions;
using CookieGateway.Redis;

namespace CookieGateway.Ledger;

/// <summary>Keeps the bytes of every notice that was shown, once, so that a record's notice can be read years later.</summary>
public sealed class NoticeArchive(Outbox outbox, RedisConnection redis)
{
    // A site has a notice for each language, state and edition of its texts; this is room for hundreds of sites.
    private const int MostKnown = 10_000;
    private readonly ConcurrentDictionary<(string Site, NoticeVersion Version), bool> _known = [];

    /// <summary>Keeps a notice; returns when it is on disk, at once when it is known. To be called before a record that names it.</summary>
    public async Task KeepAsync(string siteId, NoticeVersion version, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (_known.ContainsKey((siteId, version)))
        {
            return;
        }

        var entry = new OutboxEntry { Notice = new ShownNotice(siteId, version, bytes.ToArray()) };
        await outbox.AppendAsync(LedgerJson.Write(entry), cancellation);
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[(siteId, version)] = true;
    }

    /// <summary>The bytes of a notice; null when the site never kept it. Asks Redis.</summary>
    public async Task<byte[]?> FindAsync(string siteId, NoticeVersion version, CancellationToken cancellation) =>
        await redis.AskAsync(database => database.StringGetAsync(new LedgerKeys(siteId).Notice(version)), cancellation);
}
