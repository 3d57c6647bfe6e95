using System.Numerics;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>
/// Runs of bytes with their facts, one behind the other in the order in which they came: the next page has its tags in that order too, so
/// that what is needed next lies beside what was needed last. Grows by being copied; what is in it stays as it is while others read.
/// </summary>
internal sealed class RememberedRuns<TFact>
{
    private const int FewestRuns = 64;
    private const int FewestBytes = 4096;

    // From one half of a hash the place in the index, the other half to tell runs apart before their bytes are looked at.
    private const int IndexedBy = 32;

    // Of each run its number plus one, and above that half of its hash; 0 for a free place.
    private readonly long[] _index;
    private readonly Run[] _runs;
    private readonly TFact[] _facts;
    private readonly byte[] _bytes;
    private int _count;
    private int _used;

    private RememberedRuns(int runs, int bytes)
    {
        _index = new long[runs * 2];
        _runs = new Run[runs];
        _facts = new TFact[runs];
        _bytes = new byte[bytes];
    }

    public static RememberedRuns<TFact> None { get; } = new(1, 0);

    public Remembered<TFact> Find(ulong hash, ReadOnlySpan<byte> bytes, int sense)
    {
        var index = _index;
        for (var place = (int)hash; ; place++)
        {
            var entry = Volatile.Read(ref index[place & (index.Length - 1)]);
            if (entry == 0)
            {
                return default;
            }

            if (entry >> IndexedBy == (long)hash >> IndexedBy)
            {
                var at = (int)entry - 1;
                ref readonly var run = ref _runs[at];
                if (run.Sense == sense && run.Length == bytes.Length && bytes.SequenceEqual(_bytes.AsSpan(run.Start, run.Length)))
                {
                    return new Remembered<TFact>(_facts, at);
                }
            }
        }
    }

    /// <summary>Whether one more run can be added.</summary>
    public bool HasRoomFor(int bytes) => _count < _runs.Length && _used + bytes <= _bytes.Length && _bytes.Length > 0;

    /// <summary>The same with more room; with nothing in it where it may not have more.</summary>
    public RememberedRuns<TFact> Larger(int bytes, int mostRuns, int mostBytes)
    {
        var needed = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestBytes, _used + bytes));
        var runs = _count < _runs.Length ? _runs.Length : Math.Max(FewestRuns, _runs.Length * 2);
        if (runs > mostRuns || (needed > mostBytes && _used + bytes > mostBytes))
        {
            return new RememberedRuns<TFact>(_runs.Length, _bytes.Length);
        }

        var larger = new RememberedRuns<TFact>(Math.Max(FewestRuns, runs), Math.Min(Math.Max(needed, _bytes.Length), mostBytes));
        for (var at = 0; at < _count; at++)
        {
            ref readonly var run = ref _runs[at];
            larger.Add(run.Hash, _bytes.AsSpan(run.Start, run.Length), run.Sense, _facts[at]);
        }

        return larger;
    }

    /// <summary>To be called by one at a time, where there is room. Of the same bytes what came last is found first.</summary>
    public void Add(ulong hash, ReadOnlySpan<byte> bytes, int sense, in TFact fact)
    {
        bytes.CopyTo(_bytes.AsSpan(_used));
        _facts[_count] = fact;
        _runs[_count] = new Run(hash, _used, bytes.Length, sense);
        _used += bytes.Length;
        _count++;

        // Whoever finds the number finds all of the above.
        Volatile.Write(ref _index[PlaceFor(hash, bytes, sense)], ((long)hash >> IndexedBy << IndexedBy) | (uint)_count);
    }

    // The place of the same run, when it is kept again, or the first free one; half of them always are.
    private int PlaceFor(ulong hash, ReadOnlySpan<byte> bytes, int sense)
    {
        for (var place = (int)hash & (_index.Length - 1); ; place = (place + 1) & (_index.Length - 1))
        {
            if (_index[place] == 0)
            {
                return place;
            }

            ref readonly var run = ref _runs[(int)_index[place] - 1];
            if (run.Hash == hash && run.Sense == sense && bytes.SequenceEqual(_bytes.AsSpan(run.Start, run.Length)))
            {
                return place;
            }
        }
    }

    private readonly record struct Run(ulong Hash, int Start, int Length, int Sense);
}
