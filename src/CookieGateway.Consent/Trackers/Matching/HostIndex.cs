using System.Text;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>
/// Values by host, found for a host and everything below it: a hash table over the suffixes that begin at a label. Looking up
/// allocates nothing and costs one pass over the host's bytes and one probe per label.
/// </summary>
internal sealed class HostIndex<T>
{
    // Hosts have few labels; what has more is looked up by its last ones, and still found by its registrable domain.
    private const int MostLabels = 24;
    private readonly int[] _slots;
    private readonly byte[][] _keys;
    private readonly T[] _values;

    public HostIndex(IReadOnlyCollection<KeyValuePair<string, T>> entries)
    {
        _keys = new byte[entries.Count][];
        _values = new T[entries.Count];
        _slots = new int[Math.Max(4, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)entries.Count * 2))];
        var count = 0;
        foreach (var (host, value) in entries)
        {
            _keys[count] = Encoding.ASCII.GetBytes(host);
            _values[count] = value;
            _slots[FreeSlot(_keys[count])] = ++count;
        }
    }

    public bool IsEmpty => _keys.Length == 0;

    /// <summary>All entries that are the host or a parent of it, the longest first: their values and how much of the host they cover.</summary>
    public Matches Find(ReadOnlySpan<byte> host) => new(this, host);

    private int FreeSlot(ReadOnlySpan<byte> key)
    {
        var hash = Seed;
        for (var at = key.Length - 1; at >= 0; at--)
        {
            hash = Step(hash, key[at]);
        }

        var slot = (int)hash & (_slots.Length - 1);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private int IndexOf(uint hash, ReadOnlySpan<byte> key)
    {
        for (var slot = (int)hash & (_slots.Length - 1); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (key.SequenceEqual(_keys[_slots[slot] - 1]))
            {
                return _slots[slot] - 1;
            }
        }

        return -1;
    }

    // FNV-1a, from the last byte to the first: each suffix's hash is a station on the way to the next longer one's.
    private const uint Seed = 2166136261;

    private static uint Step(uint hash, byte value) => unchecked((hash ^ value) * 16777619);

    /// <summary>The entries found for one host.</summary>
    public ref struct Matches
    {
        private readonly HostIndex<T> _index;
        private readonly ReadOnlySpan<byte> _host;
        private Stations _stations;
        private int _left;

        internal Matches(HostIndex<T> index, ReadOnlySpan<byte> host)
        {
            _index = index;
            _host = host;
            var hash = Seed;
            for (var at = host.Length - 1; at >= 0 && _left < MostLabels; at--)
            {
                hash = Step(hash, host[at]);
                if (at == 0 || host[at - 1] == (byte)'.')
                {
                    _stations[_left++] = new Station(hash, at);
                }
            }
        }

        public (T Value, int Length) Current { get; private set; }

        public bool MoveNext()
        {
            while (_left > 0)
            {
                var (hash, start) = _stations[--_left];
                var found = _index.IndexOf(hash, _host[start..]);
                if (found >= 0)
                {
                    Current = (_index._values[found], _host.Length - start);
                    return true;
                }
            }

            return false;
        }

        public readonly Matches GetEnumerator() => this;
    }

    private readonly record struct Station(uint Hash, int Start);

    [System.Runtime.CompilerServices.InlineArray(MostLabels)]
    private struct Stations
    {
        private Station _first;
    }
}
