using System.Collections.Concurrent;
using CookieGateway.Consent.Decisions;
using CookieGateway.Ledger;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Ledger;

/// <summary>Redis goes in every way it can go. No decision that was acknowledged may be lost, or counted twice, or wait.</summary>
public sealed class RedisOutageTests
{
    private const string Site = "kristall-dent";

    [Fact]
    public async Task Redis_killed_again_and_again_during_decisions_costs_none_and_doubles_none()
    {
        await using var server = await RedisServer.StartAsync();
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, server.ConnectionString);
        var acknowledged = new ConcurrentBag<RecordId>();
        using var enough = new CancellationTokenSource();
        var visitors = Enumerable.Range(0, 4).Select(_ => DecideAsync(running.Ledger, acknowledged, enough.Token)).ToArray();

        for (var round = 1; round <= 3; round++)
        {
            var before = acknowledged.Count;
            await Eventually.IsTrueAsync(() => acknowledged.Count > before + 100, "Nobody decides.");
            await server.KillAsync();
            await Eventually.IsTrueAsync(() => acknowledged.Count > before + 200, "Decisions wait for Redis.");
            await server.StartAgainAsync();
        }

        await enough.CancelAsync();
        await Task.WhenAll(visitors);
        await AllAreThereOnceAsync(running, acknowledged);
    }

    [Fact]
    public async Task What_a_restarted_Redis_has_forgotten_is_sent_again()
    {
        // Without an append-only file and snapshots a kill takes everything, acknowledged or not.
        await using var server = await RedisServer.StartAsync("--appendonly", "no");
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, server.ConnectionString);
        var records = Enumerable.Range(0, 50).Select(number => Some.Record(at: Some.Moment.AddSeconds(number))).ToArray();
        await running.AppendAndShipAsync(records);

        await server.KillAsync();
        await server.StartAgainAsync();

        await AllAreThereOnceAsync(running, new ConcurrentBag<RecordId>(records.Select(record => record.Id)));
        await Eventually.IsTrueAsync(() => running.Get<LedgerHealth>().Redis.Count == 1, "The operator does not learn of it.");
        Assert.Equal(
            "Redis keeps no append-only file, so a crash would cost it decisions. The gateway keeps them in its outbox until Redis has "
            + "saved them. Set \"appendonly yes\".",
            Assert.Single(running.Get<LedgerHealth>().Redis));
    }

    [Fact]
    public async Task Decisions_are_taken_while_Redis_was_never_there_and_shipped_when_it_comes()
    {
        await using var server = await RedisServer.StartAsync();
        await server.KillAsync();
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, server.ConnectionString);
        var record = Some.Record();

        await running.Ledger.AppendAsync(record, CancellationToken.None);
        Assert.False(running.Redis.State.Connected);
        Assert.NotEmpty(running.Get<LedgerHealth>().Redis);

        await server.StartAgainAsync();
        await running.IsShippedAsync(record);
        await Eventually.IsTrueAsync(() => running.Get<LedgerHealth>().Redis.Count == 0, "Health does not recover.");
    }

    [Fact]
    public async Task Decisions_do_not_wait_for_a_Redis_that_hangs()
    {
        await using var server = await RedisServer.StartAsync();
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, server.ConnectionString);
        await running.AppendAndShipAsync(Some.Record());

        server.Freeze();
        var records = Enumerable.Range(0, 200).Select(number => Some.Record(at: Some.Moment.AddSeconds(number))).ToArray();
        try
        {
            foreach (var record in records)
            {
                await Eventually.EndsAsync(running.Ledger.AppendAsync(record, CancellationToken.None));
            }

            await Assert.ThrowsAsync<Redis.RedisUnavailableException>(() => running.FindAsync(records[0]));
        }
        finally
        {
            server.Thaw();
        }

        await Task.WhenAll(records.Select(running.IsShippedAsync));
    }

    [Fact]
    public async Task A_Redis_that_refuses_writes_is_tried_again_until_it_takes_them()
    {
        await using var server = await RedisServer.StartAsync();
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, server.ConnectionString);
        await running.AppendAndShipAsync(Some.Record());

        // A primary that became a replica, as after a failover.
        await running.Redis.AskAsync(database => database.ExecuteAsync("REPLICAOF", "127.0.0.1", "1"));
        var record = Some.Record();
        await running.Ledger.AppendAsync(record, CancellationToken.None);
        await Eventually.IsTrueAsync(() => running.Get<LedgerHealth>().Outbox.Count > 0, "Health does not say that decisions wait.");

        await running.Redis.AskAsync(database => database.ExecuteAsync("REPLICAOF", "NO", "ONE"));
        await running.IsShippedAsync(record);
    }

    [Fact]
    public async Task The_outbox_is_emptied_once_Redis_holds_everything_durably()
    {
        await using var server = await RedisServer.StartAsync();
        using var data = new TemporaryDirectory();
        await using var running = await RunningLedger.StartAsync(data.Path, server.ConnectionString);

        await running.AppendAndShipAsync(Some.Record(), Some.Record());

        await Eventually.IsTrueAsync(() => running.Get<Outbox>().Bytes == 0, $"The outbox is not emptied.\n{running.Log}");
        Assert.Empty(Directory.GetFiles(Path.Combine(data.Path, "outbox"), "*.outbox"));
    }

    private static async Task DecideAsync(ConsentLedger ledger, ConcurrentBag<RecordId> acknowledged, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var moment = ledger.Moment();
            var record = Some.Record(Site, at: moment);
            await ledger.AppendAsync(record, CancellationToken.None);
            acknowledged.Add(record.Id);
            await Task.Yield();
        }
    }

    private static async Task AllAreThereOnceAsync(RunningLedger running, ConcurrentBag<RecordId> acknowledged)
    {
        await Eventually.IsTrueAsync(
            async () =>
            {
                try
                {
                    return await running.Reader.CountAsync(Site, CancellationToken.None) >= acknowledged.Count;
                }
                catch (Redis.RedisUnavailableException)
                {
                    return false;
                }
            },
            $"Not everything has reached Redis.\n{running.Log}");

        var found = new List<RecordId>();
        await foreach (var record in running.Reader.AllAsync(Site, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None))
        {
            found.Add(record.Id);
        }

        Assert.Equal(acknowledged.Select(id => id.ToString()).Order(), found.Select(id => id.ToString()).Order());
        Assert.Equal(acknowledged.Count, await running.Redis.AskAsync(database => database.ListLengthAsync($"cg:{{{Site}}}:unsealed")));
    }
}
