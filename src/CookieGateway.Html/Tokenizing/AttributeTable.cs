using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Tokenizing;

/// <summary>Which handlers want which attributes, whatever the element. A name that nobody wants costs one look at its first letter and length.</summary>
internal sealed class AttributeTable
{
    private const int Bits = 9;
    private readonly Entry[] _entries = new Entry[1 << Bits];
    private readonly List<(byte[] Prefix, ulong Handlers)> _prefixes = [];

    /// <summary>Per first byte's low five bits: the lengths (up to 63) of names that somebody wants.</summary>
    private readonly ulong[] _lengths = new ulong[32];
    private readonly AttributeFilter?[] _filters = new AttributeFilter?[64];
    private ulong _filtered;
    private readonly ulong[] _wholeLengths = new ulong[32];
    private int _count;

    /// <summary>No handler wants any.</summary>
    public static AttributeTable OfNobody { get; } = new();

    /// <param name="name">In lower case; one that ends with a star stands for all that begin so.</param>
    /// <param name="handlers">A bit for the handler.</param>
    /// <param name="filter">Which of them it wants; null for all.</param>
    public void Add(string name, ulong handlers, AttributeFilter? filter = null)
    {
        if (name.Length == 0 || !Ascii.IsValid(name) || name.Any(char.IsAsciiLetterUpper) || name.Length > 60)
        {
            throw new ArgumentException($"An attribute's name is \"{name}\". It has to be ASCII in lower case, at most 60 long, as in \"onclick\" or \"on*\".");
        }

        if (filter is not null)
        {
            _filtered |= handlers;
            _filters[BitOperations.TrailingZeroCount(handlers)] = filter;
        }

        var bytes = Encoding.ASCII.GetBytes(name.TrimEnd('*'));
        NoteFirst(bytes[0]);
        NoteFirst((byte)char.ToUpperInvariant((char)bytes[0]));
        if (name[^1] == '*')
        {
            _prefixes.Add((bytes, handlers));
            _lengths[bytes[0] & 31] |= ulong.MaxValue << bytes.Length;
            return;
        }

        _lengths[bytes[0] & 31] |= 1UL << bytes.Length;
        _wholeLengths[bytes[0] & 31] |= 1UL << bytes.Length;
        AddExact(bytes, handlers);
    }

    /// <summary>
    /// The first bytes of names that somebody wants, as two tables by the low and the high four bits of a byte: it is one of them when
    /// what it gives in both has a bit in common.
    /// </summary>
    public Vector128<byte> FirstsByLowBits { get; private set; }

    /// <inheritdoc cref="FirstsByLowBits"/>
    public static Vector128<byte> FirstsByHighBits { get; } = Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>False when nobody wants the name which stands in these places; sometimes true when nobody does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeWanted(ReadOnlySpan<byte> markup, int start, int end) =>
        ((_lengths[markup[start] & 31] >> Math.Min(end - start, 63)) & 1) != 0;

    /// <summary>The handlers that want the attribute.</summary>
    public ulong HandlersOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> rawValue)
    {
        var handlers = Find(name);
        for (var asked = handlers & _filtered; asked != 0; asked &= asked - 1)
        {
            if (!_filters[BitOperations.TrailingZeroCount(asked)]!(name, rawValue))
            {
                handlers &= ~(asked & (~asked + 1));
            }
        }

        return handlers;
    }

    private ulong Find(ReadOnlySpan<byte> name)
    {
        ulong handlers = 0;
        foreach (var (prefix, wanted) in _prefixes)
        {
            if (name.Length >= prefix.Length && NameKey.SameName(name[..prefix.Length], prefix))
            {
                handlers |= wanted;
            }
        }

        if (((_wholeLengths[name[0] & 31] >> Math.Min(name.Length, 63)) & 1) == 0)
        {
            return handlers;
        }

        var key = NameKey.Of(name);
        for (var at = SlotOf(key); _entries[at].Name is { } known; at = (at + 1) & (_entries.Length - 1))
        {
            if (_entries[at].Key == key && NameKey.SameName(name, known))
            {
                return handlers | _entries[at].Handlers;
            }
        }

        return handlers;
    }

    private void NoteFirst(byte first) => FirstsByLowBits =
        FirstsByLowBits.WithElement(first & 15, (byte)(FirstsByLowBits.GetElement(first & 15) | (1 << (first >> 4))));

    private void AddExact(byte[] name, ulong handlers)
    {
        var key = NameKey.Of(name);
        var at = SlotOf(key);
        while (_entries[at].Name is { } known && !known.AsSpan().SequenceEqual(name))
        {
            at = (at + 1) & (_entries.Length - 1);
        }

        if (_entries[at].Name is null && ++_count > _entries.Length / 2)
        {
            throw new ArgumentException($"A policy names more attributes than {_entries.Length / 2}. Use a prefix, as in \"data-*\".");
        }

        _entries[at] = new Entry { Key = key, Name = name, Handlers = _entries[at].Handlers | handlers };
    }

    private static int SlotOf(ulong key) => (int)((key * 0x9E37_79B9_7F4A_7C15UL) >> (64 - Bits));

    private struct Entry
    {
        public ulong Key;
        public byte[]? Name;
        public ulong Handlers;
    }
}
