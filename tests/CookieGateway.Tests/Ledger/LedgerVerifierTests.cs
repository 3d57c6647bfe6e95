using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;
using CookieGateway.Ledger;
using CookieGateway.Tests.Support;
using StackExchange.Redis;

namespace CookieGateway.Tests.Ledger;

/// <summary>What somebody with a client for Redis, but without the signing key, does to the ledger is found and named.</summary>
public sealed class LedgerVerifierTests : IAsyncLifetime, IDisposable
{
    private const string Site = "kristall-dent";
    private readonly ConsentRecord[] _records = [.. Enumerable.Range(0, 9).Select(number => Some.Record(at: Some.Moment.AddSeconds(number)))];
    private readonly TemporaryDirectory _data = new();
    private RedisServer? _server;
    private RunningLedger? _running;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _running = await RunningLedger.StartAsync(_data.Path, _server.ConnectionString, new ManualClock(Some.Moment.AddHours(1)));
        foreach (var batch in _records.Chunk(3))
        {
            await _running.AppendAndShipAsync(batch);
            await _running.SealAsync(Site);
        }
    }

    public async Task DisposeAsync()
    {
        await _running!.DisposeAsync();
        await _server!.DisposeAsync();
    }

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task An_untouched_ledger_holds()
    {
        var verification = await _running!.VerifyAsync(Site);
        Assert.Empty(verification.Findings);
        Assert.Equal((9, 3), (verification.Records, verification.Seals));
    }

    [Fact]
    public async Task A_record_whose_answer_was_changed_is_found() =>
        await IsFoundAsync(
            () => RewriteAsync(_records[4], record => record with { Purposes = PurposeSet.All }),
            $"Record {_records[4].Id} was edited, or not made by a gateway.");

    [Fact]
    public async Task A_record_whose_address_was_changed_is_found() =>
        await IsFoundAsync(
            () => RewriteAsync(_records[4], record => record with { IpAddress = "198.51.100.1" }),
            $"Record {_records[4].Id} was edited, or not made by a gateway.");

    [Fact]
    public async Task A_record_that_was_deleted_with_everything_that_points_to_it_is_found() =>
        await IsFoundAsync(
            async () =>
            {
                await AskAsync(database => database.KeyDeleteAsync(Key("record", _records[4])));
                await AskAsync(database => database.SortedSetRemoveAsync($"cg:{{{Site}}}:ledger", _records[4].Id.ToString()));
            },
            $"Record {_records[4].Id} was deleted, or cannot be read.");

    [Fact]
    public async Task A_record_that_was_moved_in_time_is_found() =>
        await IsFoundAsync(
            () => AskAsync(database => database.SortedSetAddAsync($"cg:{{{Site}}}:ledger", _records[4].Id.ToString(), 1)),
            $"Record {_records[4].Id} was moved in time.");

    [Fact]
    public async Task Two_records_that_were_exchanged_are_found()
    {
        await IsFoundAsync(
            async () =>
            {
                var one = await _running!.Redis.AskAsync(database => database.StringGetAsync(Key("record", _records[4])));
                var other = await _running.Redis.AskAsync(database => database.StringGetAsync(Key("record", _records[5])));
                await AskAsync(database => database.StringSetAsync(Key("record", _records[4]), other));
                await AskAsync(database => database.StringSetAsync(Key("record", _records[5]), one));
            },
            $"Record {_records[4].Id} stands in the place of another.",
            $"Record {_records[4].Id} was moved in time.",
            $"Record {_records[5].Id} stands in the place of another.",
            $"Record {_records[5].Id} was moved in time.");
    }

    [Fact]
    public async Task A_record_that_was_inserted_is_found()
    {
        var forged = RecordProofs.Prove(Some.Record(at: Some.Moment.AddSeconds(4)), SigningKey.New());
        var id = forged.Record.Id.ToString();
        await IsFoundAsync(
            async () =>
            {
                await AskAsync(database => database.StringSetAsync($"cg:{{{Site}}}:record:{id}", LedgerJson.Write(forged)));
                await AskAsync(database => database.SortedSetAddAsync($"cg:{{{Site}}}:ledger", id, forged.Record.At.ToUnixTimeMilliseconds()));
            },
            $"Record {id} was made with a key that is not in the key ring.",
            $"Record {id} was inserted: no seal covers it.");
    }

    [Fact]
    public async Task A_seal_that_was_deleted_is_found()
    {
        await AskAsync(database => database.KeyDeleteAsync($"cg:{{{Site}}}:seal:2"));
        Assert.Contains("Seal 2 is missing or cannot be read.", (await _running!.VerifyAsync(Site)).Findings);
    }

    [Fact]
    public async Task A_seal_that_was_changed_is_found()
    {
        await AskAsync(database => database.HashSetAsync($"cg:{{{Site}}}:seal:2", "at", "1"));
        Assert.Contains("Seal 2 was changed.", (await _running!.VerifyAsync(Site)).Findings);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_found_by_the_copy_in_the_data_directory()
    {
        var second = (string?)await _running!.Redis.AskAsync(database => database.HashGetAsync($"cg:{{{Site}}}:seal:2", "mac"));
        await AskAsync(database => database.StringSetAsync($"cg:{{{Site}}}:seals", $"1 2 {second}"));
        await AskAsync(database => database.KeyDeleteAsync($"cg:{{{Site}}}:seal:3"));
        foreach (var record in _records[6..])
        {
            await AskAsync(database => database.KeyDeleteAsync(Key("record", record)));
            await AskAsync(database => database.SortedSetRemoveAsync($"cg:{{{Site}}}:ledger", record.Id.ToString()));
        }

        Assert.Equal(
            ["Seal 3 was made, but the ledger ends with seal 2: its end was cut off."], (await _running.VerifyAsync(Site)).Findings);
    }

    [Fact]
    public async Task A_masking_that_only_pretends_to_be_one_is_found() =>
        await IsFoundAsync(
            () => RewriteAsync(_records[4], record => record with { IpAddress = null }),
            $"Record {_records[4].Id} was edited, or not made by a gateway.");

    private async Task IsFoundAsync(Func<Task> change, params string[] findings)
    {
        await change();
        Assert.Equal(findings.Order(StringComparer.Ordinal), (await _running!.VerifyAsync(Site)).Findings.Order(StringComparer.Ordinal));
    }

    private async Task RewriteAsync(ConsentRecord record, Func<ConsentRecord, ConsentRecord> edit)
    {
        var stored = await _running!.Redis.AskAsync(database => database.StringGetAsync(Key("record", record)));
        var entry = LedgerJson.ReadLedgerEntry((byte[])stored!)!;
        await AskAsync(database => database.StringSetAsync(Key("record", record), LedgerJson.Write(entry with { Record = edit(entry.Record) })));
    }

    private Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question) => _running!.Redis.AskAsync(question);

    private static RedisKey Key(string kind, ConsentRecord record) => $"cg:{{{Site}}}:{kind}:{record.Id}";
}
