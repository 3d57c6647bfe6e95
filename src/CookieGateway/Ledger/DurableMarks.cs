using System.Diagnostics;
using CookieGateway.Redis;

namespace CookieGateway.Ledger;

/// <summary>
/// How far Redis has answered, and how far it holds what it answered durably: two looks, a second apart and late enough after the
/// answer, at the same servers, with nothing waiting for a disk (or two snapshots taken since). RELIABILITY.md (d2), step 3.
/// </summary>
internal sealed class DurableMarks
{
    // Where a server never makes anything durable the marks must not grow for ever; the newest is then pushed on.
    private const int MostMarks = 1000;

    private readonly List<Mark> _marks = [];
    private string? _identity;
    private long _lookedAt;

    /// <summary>Everything before this place is durable.</summary>
    public OutboxCursor Released { get; private set; }

    /// <summary>Something was answered that is not yet durable.</summary>
    public bool Any => _marks.Count > 0;

    /// <summary>Looks are worth their while only as long as something waits for them.</summary>
    public bool IsLookDue(TimeSpan every) => Any && Stopwatch.GetElapsedTime(_lookedAt) >= every;

    /// <summary>Redis has answered everything before this place.</summary>
    public void Answered(OutboxCursor upTo)
    {
        if (_marks.Count >= MostMarks || _marks is [.., { IsNew: true }])
        {
            _marks.RemoveAt(_marks.Count - 1);
        }

        _marks.Add(new Mark(upTo));
    }

    /// <summary>Takes note of what the servers say. False when they are not those that answered: nothing after <see cref="Released"/> counts.</summary>
    public bool Look(RedisFacts facts)
    {
        var sameServers = _identity is null || _identity == facts.Identity;
        _identity = facts.Identity;
        _lookedAt = Stopwatch.GetTimestamp();
        if (!sameServers)
        {
            _marks.Clear();
            return false;
        }

        foreach (var mark in _marks)
        {
            mark.Look(facts);
        }

        if (_marks.FindLastIndex(mark => mark.IsDurable) is >= 0 and var last)
        {
            Released = _marks[last].UpTo;
            _marks.RemoveRange(0, last + 1);
        }

        return true;
    }

    private sealed class Mark(OutboxCursor upTo)
    {
        private readonly long _answeredAt = Stopwatch.GetTimestamp();
        private int _goodLooks;
        private int _saves = -1;
        private string _lastSaves = "";

        public OutboxCursor UpTo => upTo;

        public bool IsNew => _saves < 0;

        public bool IsDurable => _goodLooks >= 2 || _saves >= 2;

        public void Look(RedisFacts facts)
        {
            _goodLooks = facts.Settled && Stopwatch.GetElapsedTime(_answeredAt) >= facts.SettlesAfter ? _goodLooks + 1 : 0;

            // The first new snapshot may have been begun before the answer; the second was not.
            _saves += _lastSaves == facts.LastSaves ? 0 : 1;
            _lastSaves = facts.LastSaves;
        }
    }
}
