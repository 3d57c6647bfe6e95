using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CookieGateway.Statistics;

/// <summary>
/// Numbers that are not in Redis yet. Adding is a look-up and an interlocked addition, never waits and never fails; the number of
/// different keys is bounded, so that a Redis that is away for a week costs no more memory than one that is away for a second.
/// </summary>
internal sealed class PendingCounts(int capacity = 50_000)
{
    private readonly ConcurrentDictionary<CountKey, StrongBox<long>> _counts = new();
    private long _dropped;

    /// <summary>How many additions found no room; anything but zero is worth an alarm.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public void Add(CountKey key, long count = 1)
    {
        if (!_counts.TryGetValue(key, out var sum))
        {
            if (_counts.Count >= capacity)
            {
                Interlocked.Increment(ref _dropped);
                return;
            }

            sum = _counts.GetOrAdd(key, static _ => new StrongBox<long>());
        }

        Interlocked.Add(ref sum.Value, count);
    }

    /// <summary>Takes everything out, one batch for each site and day.</summary>
    public IReadOnlyList<CountBatch> Take(DateOnly today)
    {
        List<(CountKey Key, long Count)> taken = [];
        foreach (var (key, sum) in _counts)
        {
            var count = Interlocked.Exchange(ref sum.Value, 0);
            if (count != 0)
            {
                taken.Add((key, count));
            }
            else if (key.Day < today.AddDays(-1))
            {
                // Nobody adds to a day that is over, so its places can be given back. Yesterday stays: midnight may just have passed.
                _counts.TryRemove(key, out _);
            }
        }

        return [.. taken.GroupBy(entry => (entry.Key.Site, entry.Key.Day)).Select(day =>
            new CountBatch(Guid.NewGuid(), day.Key.Site, day.Key.Day, [.. day.Select(entry => (entry.Key.Field, entry.Count))]))];
    }
}
