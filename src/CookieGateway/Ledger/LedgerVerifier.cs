using CookieGateway.Redis;
using CookieGateway.Sites;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>
/// Reads a site's whole ledger and finds records that were edited, deleted, inserted or moved in time, seals that were changed, left out
/// or cut off. What masking, erasure and retention have done is not a finding.
/// </summary>
internal sealed class LedgerVerifier(RedisConnection redis, LedgerReader reader, Seals seals, SiteCatalog sites, TimeProvider time)
{
    private const int Step = 500;

    public async Task<LedgerVerification> VerifyAsync(string site, CancellationToken cancellation)
    {
        var check = new Check(site, time.GetUtcNow() - LedgerRules.Of(sites, site).RecordRetention);

        // The ledger goes on growing meanwhile. In this order a record that is in the list is found among the unsealed, or, if it was
        // sealed in between, in a seal.
        var listed = await ListedAsync(site, cancellation);
        check.Unsealed((await seals.UnsealedAsync(site, cancellation)).Select(id => (string)id!));
        var (head, _) = await seals.HeadAsync(site, cancellation);
        await ReadSealsAsync(check, head, cancellation);
        await ReadRecordsAsync(check, listed, cancellation);
        return check.Result();
    }

    private async Task<Dictionary<string, long>> ListedAsync(string site, CancellationToken cancellation)
    {
        var listed = await redis.AskAsync(
            database => database.SortedSetRangeByScoreWithScoresAsync(new LedgerKeys(site).Ledger), cancellation);
        return listed.ToDictionary(each => (string)each.Element!, each => (long)each.Score, StringComparer.Ordinal);
    }

    private async Task ReadSealsAsync(Check check, SealHead head, CancellationToken cancellation)
    {
        var previous = (string?)null;
        var seen = seals.Witnessed(check.Site);
        if (seen is not null && seen.Last > head.Last)
        {
            check.Find($"Seal {seen.Last} was made, but the ledger ends with seal {head.Last}: its end was cut off.");
        }

        for (var number = head.First; number <= head.Last; number++)
        {
            var seal = await seals.FindAsync(check.Site, number, cancellation);
            if (seal is null)
            {
                check.Find($"Seal {number} is missing or cannot be read.");
                previous = null;
                continue;
            }

            var key = seals.Keys.Find(seal.Key);
            if (key is null)
            {
                check.Find($"Seal {number} was made with a key that is not in the key ring.");
            }
            else if (seal.MacWith(check.Site, key) != seal.Mac)
            {
                check.Find($"Seal {number} was changed.");
            }

            if (previous is not null && seal.Previous != previous)
            {
                check.Find($"Seal {number} does not follow the seal before it.");
            }

            if (seen?.Last == number && seen.Mac != seal.Mac)
            {
                check.Find($"Seal {number} is not the one that this gateway made.");
            }

            check.Sealed(seal);
            previous = seal.Mac;
        }

        if (previous is not null && previous != head.Mac)
        {
            check.Find("The last seal is not the one that the head of the chain names.");
        }
    }

    private async Task ReadRecordsAsync(Check check, Dictionary<string, long> listed, CancellationToken cancellation)
    {
        foreach (var ids in check.Expected().Union(listed.Keys, StringComparer.Ordinal).Chunk(Step))
        {
            var entries = await reader.EntriesAsync(check.Site, [.. ids.Select(id => (RedisValue)id)], cancellation);
            foreach (var (id, entry) in ids.Zip(entries))
            {
                check.Record(id, entry, listed.TryGetValue(id, out var at) ? at : await ScoreAsync(check.Site, id, cancellation), seals.Keys);
            }
        }
    }

    // For the few that came after the list was read.
    private async Task<long?> ScoreAsync(string site, string id, CancellationToken cancellation) =>
        (long?)await redis.AskAsync(database => database.SortedSetScoreAsync(new LedgerKeys(site).Ledger, id), cancellation);

    private sealed class Check(string site, DateTimeOffset expired)
    {
        private readonly List<string> _findings = [];
        private readonly Dictionary<string, SealedRecord> _sealed = new(StringComparer.Ordinal);
        private readonly HashSet<string> _unsealed = new(StringComparer.Ordinal);
        private int _seals;
        private int _records;

        public string Site => site;

        public void Find(string finding) => _findings.Add(finding);

        public void Sealed(Seal seal)
        {
            _seals++;
            foreach (var record in seal.Records)
            {
                if (!_sealed.TryAdd(record.Id, record))
                {
                    Find($"Record {record.Id} is sealed twice.");
                }
            }
        }

        public void Unsealed(IEnumerable<string> ids) => _unsealed.UnionWith(ids);

        public IEnumerable<string> Expected() => _sealed.Keys.Concat(_unsealed);

        public void Record(string id, LedgerEntry? entry, long? listedAt, Consent.Decisions.SigningKeys keys)
        {
            var proven = _sealed.GetValueOrDefault(id);
            if (entry is null)
            {
                if (proven.Mac is not "" && new SealedRecord(id, "").MadeAt >= expired)
                {
                    Find($"Record {id} was deleted, or cannot be read.");
                }

                return;
            }

            _records++;
            if (RecordProofs.Check(entry, keys) is not ProofFinding.Holds and var finding)
            {
                Find(finding is ProofFinding.Edited
                    ? $"Record {id} was edited, or not made by a gateway."
                    : $"Record {id} was made with a key that is not in the key ring.");
            }
            else if (entry.Record.Id.ToString() != id || entry.Record.Site != site)
            {
                Find($"Record {id} stands in the place of another.");
            }
            else if (proven.Mac is { Length: > 0 } mac && mac != Convert.ToHexStringLower(entry.Proof.Mac))
            {
                Find($"Record {id} is not the one that was sealed.");
            }

            if (proven.Id is null && !_unsealed.Contains(id))
            {
                Find($"Record {id} was inserted: no seal covers it.");
            }

            if (listedAt != entry.Record.At.ToUnixTimeMilliseconds())
            {
                Find(listedAt is null ? $"Record {id} is not in the ledger's list." : $"Record {id} was moved in time.");
            }
        }

        public LedgerVerification Result() => new(site, _records, _seals, _findings);
    }
}
