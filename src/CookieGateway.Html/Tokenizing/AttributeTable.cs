using System.Runtime.CompilerServices;
using System.Text;

namespace CookieGateway.Html.Tokenizing;

/// <summary>Which handlers want which attributes, whatever the element. A name that nobody wants costs one look at its first letter and length.</summary>
internal sealed class AttributeTable
{
    private const int Bits = 9;
    private readonly Entry[] _entries = new Entry[1 << Bits];
    private readonly List<(byte[] Prefix, ulong Handlers)> _prefixes = [];

    /// <summary>Per first byte's low five bits: the lengths (up to 63) of names that somebody wants.</summary>
    private readonly ulong[] _lengths = new ulong[32];
    private int _count;

    public void Add(string name, ulong handlers)
    {
        if (name.Length == 0 || !Ascii.IsValid(name) || name.Any(char.IsAsciiLetterUpper) || name.Length > 60)
        {
            throw new ArgumentException($"An attribute's name is \"{name}\". It has to be ASCII in lower case, at most 60 long, as in \"onclick\" or \"on*\".");
        }

        var bytes = Encoding.ASCII.GetBytes(name.TrimEnd('*'));
        if (name[^1] == '*')
        {
            _prefixes.Add((bytes, handlers));
            _lengths[bytes[0] & 31] |= ulong.MaxValue << bytes.Length;
            return;
        }

        _lengths[bytes[0] & 31] |= 1UL << bytes.Length;
        AddExact(bytes, handlers);
    }

    /// <summary>The handlers that want the name which stands in these places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HandlersOf(ReadOnlySpan<byte> markup, int start, int end) =>
        ((_lengths[markup[start] & 31] >> Math.Min(end - start, 63)) & 1) == 0 ? 0 : Find(markup[start..end]);

    [MethodImpl(MethodImplOptions.NoInlining)]
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
