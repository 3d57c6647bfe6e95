using System.Runtime.CompilerServices;
using System.Text;

namespace CookieGateway.Html.Tokenizing;

/// <summary>Tag names to what is known of them: open addressing, so that the common tag costs one probe. Filled once, then only read.</summary>
internal sealed class TagTable
{
    private const int Bits = 9;
    private readonly TagEntry[] _entries = new TagEntry[1 << Bits];
    private int _count;

    public TagTable()
    {
        foreach (var (names, traits, text) in KnownTags.All)
        {
            foreach (var name in names.Split(' '))
            {
                ref var entry = ref For(name);
                entry.Traits |= traits;
                if (text != TextKind.None)
                {
                    entry.Text = text;
                    entry.TextName = Encoding.ASCII.GetBytes(name);
                }
            }
        }
    }

    /// <summary>What is known of the name; an entry of nothing for a name that nobody has mentioned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly TagEntry Find(ulong key, ReadOnlySpan<byte> spelled)
    {
        var at = SlotOf(key);
        ref readonly var first = ref _entries[at];
        return ref first.Key == 0 || (first.Key == key && first.Name is null) ? ref first : ref FindFrom(at, key, spelled);
    }

    private ref readonly TagEntry FindFrom(int at, ulong key, ReadOnlySpan<byte> spelled)
    {
        var entries = _entries;
        while (true)
        {
            ref readonly var entry = ref entries[at];
            if (entry.Key == 0 || (entry.Key == key && (entry.Name is null || NameKey.SameName(spelled, entry.Name))))
            {
                return ref entry;
            }

            at = (at + 1) & (entries.Length - 1);
        }
    }

    /// <summary>The entry of a name, made when there is none, for filling in.</summary>
    public ref TagEntry For(string name)
    {
        if (name.Length == 0 || !Ascii.IsValid(name) || name.Any(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"A tag's name is \"{name}\". It has to be ASCII in lower case, as in \"iframe\".");
        }

        var bytes = Encoding.ASCII.GetBytes(name);
        var key = NameKey.Of(bytes);
        var at = SlotOf(key);
        while (_entries[at].Key != 0)
        {
            if (_entries[at].Key == key && (_entries[at].Name is null || bytes.AsSpan().SequenceEqual(_entries[at].Name)))
            {
                return ref _entries[at];
            }

            at = (at + 1) & (_entries.Length - 1);
        }

        if (++_count > _entries.Length / 2)
        {
            throw new ArgumentException($"A policy names more tags than {_entries.Length / 2}. Use a handler for any element instead.");
        }

        _entries[at].Key = key;
        _entries[at].Name = NameKey.IsExact(bytes) ? null : bytes;
        return ref _entries[at];
    }

    private static int SlotOf(ulong key) => (int)((key * 0x9E37_79B9_7F4A_7C15UL) >> (64 - Bits));
}
