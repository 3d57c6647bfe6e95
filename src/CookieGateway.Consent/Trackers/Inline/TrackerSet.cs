using System.Runtime.CompilerServices;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>Up to four different trackers, in the order in which they were found, without an array on the heap.</summary>
public struct TrackerSet : IEquatable<TrackerSet>
{
    private const int Capacity = 4;
    private Slots _slots;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The tracker at a place below <see cref="Count"/>.</summary>
    public readonly Tracker this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _slots[index]!;
        }
    }

    /// <summary>Adds a tracker that is not in the set; a fifth is left out, for four are reason enough to hold a script.</summary>
    public void Add(Tracker tracker)
    {
        for (var at = 0; at < Count; at++)
        {
            if (ReferenceEquals(_slots[at], tracker))
            {
                return;
            }
        }

        if (Count < Capacity)
        {
            _slots[Count++] = tracker;
        }
    }

    /// <summary>Adds every tracker of another set that is not in this one.</summary>
    public void AddAll(in TrackerSet others)
    {
        for (var at = 0; at < others.Count; at++)
        {
            Add(others[at]);
        }
    }

    /// <inheritdoc/>
    public readonly bool Equals(TrackerSet other)
    {
        for (var at = 0; at < Capacity; at++)
        {
            if (!ReferenceEquals(_slots[at], other._slots[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is TrackerSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Count, _slots[0]);

    /// <summary>Whether both hold the same trackers in the same order.</summary>
    public static bool operator ==(TrackerSet left, TrackerSet right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(TrackerSet left, TrackerSet right) => !left.Equals(right);

    [InlineArray(Capacity)]
    private struct Slots
    {
        private Tracker? _first;
    }
}
