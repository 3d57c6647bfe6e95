using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace CookieGateway.Html.Tokenizing;

/// <summary>
/// Names of tags and attributes as numbers: up to eight bytes lie in the number as they are, in lower case; longer names are
/// mixed into it, and whoever looks such a key up has to compare the bytes as well (<see cref="IsExact"/>).
/// </summary>
internal static class NameKey
{
    private const ulong LongName = 1UL << 63;

    /// <summary>The key of a name that lies within more bytes, which makes the short ones one load instead of a loop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> markup, int start, int end)
    {
        var length = end - start;
        if (length > 8 || markup.Length - start < 8)
        {
            return Of(markup[start..end]);
        }

        var bytes = BinaryPrimitives.ReadUInt64LittleEndian(markup[start..]) & (ulong.MaxValue >> (64 - (8 * length)));
        return Lower(bytes);
    }

    public static ulong Of(ReadOnlySpan<byte> name) =>
        name.Length <= 8 ? Packed(name) : LongName | (Mix(name) >> 1);

    /// <summary>True when the key alone says the name: at most eight ASCII bytes.</summary>
    public static bool IsExact(ReadOnlySpan<byte> name) => name.Length <= 8 && Ascii.IsValid(name);

    public static bool SameName(ReadOnlySpan<byte> spelled, ReadOnlySpan<byte> lowerCase) =>
        spelled.Length == lowerCase.Length
        && (spelled.SequenceEqual(lowerCase) || (IsFirstAlike(spelled, lowerCase) && Ascii.EqualsIgnoreCase(spelled, lowerCase)));

    // Most names that differ do so in their first letter.
    private static bool IsFirstAlike(ReadOnlySpan<byte> spelled, ReadOnlySpan<byte> lowerCase) =>
        spelled.IsEmpty || ((spelled[0] ^ lowerCase[0]) & ~0x20) == 0;

    private static ulong Packed(ReadOnlySpan<byte> name)
    {
        ulong key = 0;
        for (var i = name.Length - 1; i >= 0; i--)
        {
            key = (key << 8) | Lower(name[i]);
        }

        return key;
    }

    private static ulong Mix(ReadOnlySpan<byte> name)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in name)
        {
            hash = (hash ^ Lower(b)) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>Eight bytes at a time: those from 'A' to 'Z', and no others, get their bit 0x20.</summary>
    private static ulong Lower(ulong bytes)
    {
        const ulong Ones = 0x0101_0101_0101_0101;
        var low = bytes & (0x7F * Ones);
        var fromA = low + ((0x80 - 'A') * Ones);
        var beyondZ = low + ((0x7F - 'Z') * Ones);
        return bytes | (((fromA & ~beyondZ & ~bytes) & (0x80 * Ones)) >> 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Lower(byte b) => (uint)(b - 'A') <= 'Z' - 'A' ? (byte)(b | 0x20) : b;
}
