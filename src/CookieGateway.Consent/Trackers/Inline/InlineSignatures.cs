using System.Numerics;
using System.Text;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>
/// Global names that belong to trackers, as in <c>ym</c>, <c>VK.Retargeting</c> or <c>yaCounter*</c>, looked up by their bytes
/// without allocation. Immutable.
/// </summary>
public sealed class InlineSignatures
{
    private const int PrefixHeads = 1024;

    private readonly Entry[] _entries;
    private readonly int[] _heads;
    private readonly int[] _prefixHeads = new int[PrefixHeads];

    // For each first byte one bit for each length: most names of a script fall through here.
    private readonly ulong[] _lengths = new ulong[256];

    /// <summary>The signatures of trackers; of two that claim the same name the first has it.</summary>
    public InlineSignatures(IEnumerable<(string Name, Tracker Tracker)> signatures)
    {
        var all = signatures.Reverse().ToArray();
        _heads = new int[BitOperations.RoundUpToPowerOf2((uint)(all.Length * 2) | 15)];
        Array.Fill(_heads, -1);
        Array.Fill(_prefixHeads, -1);
        var entries = new List<Entry>();
        foreach (var (name, tracker) in all)
        {
            Add(name, tracker, entries);
        }

        _entries = [.. entries];
    }

    /// <summary>The calls of the trackers' APIs.</summary>
    public static InlineSignatures OfCalls(IEnumerable<Tracker> trackers) =>
        new(trackers.SelectMany(tracker => tracker.Calls, (tracker, name) => (name, tracker)));

    /// <summary>The globals of the trackers.</summary>
    public static InlineSignatures OfGlobals(IEnumerable<Tracker> trackers) =>
        new(trackers.SelectMany(tracker => tracker.Globals, (tracker, name) => (name, tracker)));

    /// <summary>Whether any signature begins with this name, whatever member of it.</summary>
    internal bool Knows(ReadOnlySpan<byte> root) => IndexOf(root, default, ofAnyMember: true) >= 0;

    /// <summary>The tracker behind a global name and its member, which is empty when the name stands alone; null when there is none.</summary>
    internal Tracker? Find(ReadOnlySpan<byte> root, ReadOnlySpan<byte> member) =>
        IndexOf(root, member, ofAnyMember: false) is >= 0 and var at ? _entries[at].Tracker : null;

    private int IndexOf(ReadOnlySpan<byte> root, ReadOnlySpan<byte> member, bool ofAnyMember)
    {
        if ((_lengths[root[0]] >> (root.Length & 63) & 1) != 0)
        {
            for (var at = _heads[WordHash.Of(root) & (uint)(_heads.Length - 1)]; at >= 0; at = _entries[at].Next)
            {
                ref readonly var entry = ref _entries[at];
                if (root.SequenceEqual(entry.Root) && (ofAnyMember || Fits(member, entry.Member)))
                {
                    return at;
                }
            }
        }

        for (var at = root.Length < 2 ? -1 : _prefixHeads[PrefixHead(root)]; at >= 0; at = _entries[at].Next)
        {
            ref readonly var entry = ref _entries[at];
            if (root.StartsWith(entry.Root) && (ofAnyMember || Fits(member, entry.Member)))
            {
                return at;
            }
        }

        return -1;
    }

    private void Add(string name, Tracker tracker, List<Entry> entries)
    {
        // What follows a second dot is not asked for: "Ya.Context.AdvManager.render" is known by "Ya.Context".
        var parts = name.Split('.');
        var root = Encoding.UTF8.GetBytes(parts[0].TrimEnd('*'));
        var member = Encoding.UTF8.GetBytes(parts.Length > 1 ? parts[1] : "");
        var isPrefix = parts[0].EndsWith('*');
        if (root.Length < (isPrefix ? 2 : 1))
        {
            return;
        }

        ref var head = ref isPrefix ? ref _prefixHeads[PrefixHead(root)] : ref _heads[WordHash.Of(root) & (uint)(_heads.Length - 1)];
        entries.Add(new Entry(root, member, tracker, head));
        head = entries.Count - 1;
        _lengths[root[0]] |= isPrefix ? 0 : 1UL << (root.Length & 63);
    }

    private static bool Fits(ReadOnlySpan<byte> seen, ReadOnlySpan<byte> wanted) =>
        wanted.IsEmpty || (wanted[^1] == (byte)'*' ? seen.StartsWith(wanted[..^1]) : seen.SequenceEqual(wanted));

    private static int PrefixHead(ReadOnlySpan<byte> root) => (root[0] * 31 + root[1]) & (PrefixHeads - 1);

    private readonly record struct Entry(byte[] Root, byte[] Member, Tracker Tracker, int Next);
}
