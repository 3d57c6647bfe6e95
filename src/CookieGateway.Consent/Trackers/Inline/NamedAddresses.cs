using System.Runtime.CompilerServices;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>The names to which a script has given a tracker's address, by their hashes; the latest eight.</summary>
internal struct NamedAddresses
{
    private const int Most = 8;

    private Names _names;
    private Sets _sets;
    private int _count;

    public readonly bool Any => _count > 0;

    public void Add(uint name, in TrackerSet trackers)
    {
        var at = _count++ % Most;
        _names[at] = name;
        _sets[at] = trackers;
    }

    /// <summary>Whether the name stands for an address; its trackers are then added to the set.</summary>
    public readonly bool Contains(uint name, ref TrackerSet trackers)
    {
        for (var at = 0; at < Math.Min(_count, Most); at++)
        {
            if (_names[at] == name)
            {
                trackers.AddAll(_sets[at]);
                return true;
            }
        }

        return false;
    }

    [InlineArray(Most)]
    private struct Names
    {
        private uint _first;
    }

    [InlineArray(Most)]
    private struct Sets
    {
        private TrackerSet _first;
    }
}
