using System.Text;
using CookieGateway.Ledger;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CookieGateway.Tests.Ledger;

public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Folder => Path.Combine(_directory.Path, "outbox");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_was_appended_is_there_in_the_same_order_after_a_restart()
    {
        await using (var outbox = Open())
        {
            await AppendAsync(outbox, "first", "second", "third");
        }

        await using var again = Open();
        Assert.Equal(["first", "second", "third"], ReadAll(again));
        Assert.Null(again.Reason);
    }

    [Fact]
    public async Task Entries_that_arrive_together_are_all_kept_once()
    {
        await using var outbox = Open();
        var names = Enumerable.Range(0, 2000).Select(number => $"entry {number}").ToArray();

        await Task.WhenAll(names.Select(name => AppendAsync(outbox, name)));

        Assert.Equal(names.Order(), ReadAll(outbox).Order());
    }

    [Fact]
    public async Task A_torn_last_entry_is_cut_silently_at_every_byte_and_everything_before_it_stays()
    {
        await using (var outbox = Open())
        {
            await AppendAsync(outbox, "first", "second", "the last one");
        }

        var segment = Assert.Single(SegmentFiles());
        var bytes = await File.ReadAllBytesAsync(segment);
        var last = bytes.Length - OutboxFrames.HeadBytes - "the last one".Length;

        for (var length = last; length < bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(segment, bytes[..length]);
            await using var again = Open();
            Assert.Equal(["first", "second"], ReadAll(again));
            Assert.Null(again.Reason);
        }
    }

    [Fact]
    public async Task A_flipped_bit_costs_the_entry_it_is_in_and_no_other_and_is_reported()
    {
        await using (var outbox = Open())
        {
            await AppendAsync(outbox, "first", "second", "third");
        }

        var segment = Assert.Single(SegmentFiles());
        var bytes = await File.ReadAllBytesAsync(segment);
        var start = OutboxFrames.HeadBytes + "first".Length;
        var end = start + OutboxFrames.HeadBytes + "second".Length;

        for (var at = start; at < end; at++)
        {
            var flipped = bytes.ToArray();
            flipped[at] ^= 0x10;
            await File.WriteAllBytesAsync(segment, flipped);

            await using var again = Open();
            Assert.Equal(["first", "third"], ReadAll(again));
            Assert.Equal(
                $"The outbox had damaged pieces. They are in \"{Path.Combine(Folder, "damaged")}\": look at the disk, then delete that folder.",
                again.Reason);
            var kept = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Path.Combine(Folder, "damaged"))));
            Assert.Equal(flipped[start..end], kept);
            Directory.Delete(Path.Combine(Folder, "damaged"), recursive: true);
        }
    }

    [Fact]
    public async Task What_has_been_released_leaves_the_disk_and_what_has_not_stays()
    {
        await using var outbox = Open(segmentBytes: 1);
        await AppendAsync(outbox, "first", "second", "third");
        var (_, afterFirst) = outbox.Read(default);

        outbox.Release(afterFirst);
        await Eventually.IsTrueAsync(() => SegmentFiles().Length == 2, "A released segment stays on the disk.");
        Assert.Equal(["second", "third"], ReadAll(outbox));

        outbox.Release(EndOf(outbox));
        await Eventually.IsTrueAsync(() => SegmentFiles().Length == 0, "The last segment stays on the disk.");
        Assert.Equal(0, outbox.Bytes);

        await AppendAsync(outbox, "fourth");
        Assert.Equal(["fourth"], ReadAll(outbox));
    }

    [Fact]
    public async Task A_release_never_takes_what_was_appended_after_it_was_read()
    {
        await using var outbox = Open();
        await AppendAsync(outbox, "first");
        var read = EndOf(outbox);
        await AppendAsync(outbox, "second");

        outbox.Release(read);
        await AppendAsync(outbox, "third");

        Assert.Equal(["first", "second", "third"], ReadAll(outbox));
    }

    [Fact]
    public async Task An_outbox_at_its_limit_refuses_says_why_and_takes_again_when_it_is_emptied()
    {
        await using var outbox = Open(limitBytes: 10);
        await AppendAsync(outbox, "first entry");

        var refusal = await Assert.ThrowsAsync<OutboxUnavailableException>(() => AppendAsync(outbox, "second"));
        Assert.Equal(refusal.Message, outbox.Reason);
        Assert.Equal(["first entry"], ReadAll(outbox));

        outbox.Release(EndOf(outbox));
        await AppendAsync(outbox, "third");
        Assert.Equal(["third"], ReadAll(outbox));
        Assert.Null(outbox.Reason);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_refuses_and_recovers_by_itself()
    {
        await using var outbox = Open(segmentBytes: 1);
        await AppendAsync(outbox, "first");

        // The next segment's name is taken by a folder: its file cannot be made, for root neither.
        var next = SegmentFiles().Single().Replace("000001", "000002", StringComparison.Ordinal);
        Directory.CreateDirectory(next);
        await Assert.ThrowsAsync<OutboxUnavailableException>(() => AppendAsync(outbox, "second"));
        Directory.Delete(next);

        await AppendAsync(outbox, "third");
        Assert.Equal(["first", "third"], ReadAll(outbox));
    }

    [Fact]
    public async Task Two_gateways_cannot_share_one_outbox()
    {
        await using var outbox = Open();
        var refusal = Assert.Throws<OutboxUnavailableException>(() => Open());
        Assert.Contains("no other gateway may use it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_ends_when_something_is_appended()
    {
        await using var outbox = Open();
        await outbox.WaitForMoreAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        var waiting = outbox.WaitForMoreAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        await AppendAsync(outbox, "first");
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Outbox Open(long segmentBytes = 1 << 20, long limitBytes = 1 << 30) => Outbox.Open(
        new OutboxOptions(Folder) { SegmentBytes = segmentBytes, LimitBytes = limitBytes }, NullLogger<Outbox>.Instance);

    private static async Task AppendAsync(Outbox outbox, params string[] entries)
    {
        foreach (var entry in entries)
        {
            await outbox.AppendAsync(Encoding.UTF8.GetBytes(entry), CancellationToken.None);
        }
    }

    private string[] SegmentFiles() => Directory.GetFiles(Folder, "*.outbox");

    private static OutboxCursor EndOf(Outbox outbox)
    {
        OutboxCursor cursor = default;
        while (outbox.Read(cursor) is { Entries.Count: > 0 } read)
        {
            cursor = read.Next;
        }

        return cursor;
    }

    private static List<string> ReadAll(Outbox outbox)
    {
        var all = new List<string>();
        OutboxCursor cursor = default;
        while (outbox.Read(cursor) is { Entries.Count: > 0 } read)
        {
            all.AddRange(read.Entries.Select(entry => Encoding.UTF8.GetString(entry.Span)));
            cursor = read.Next;
        }

        return all;
    }
}
