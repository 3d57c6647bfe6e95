using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CookieGateway.Html.Tokenizing;

/// <summary>64 bytes of markup as bits, one for each byte: where the few bytes stand that a tag is made of.</summary>
internal readonly struct TagBlock
{
    public const int Length = 64;

    /// <summary>White space, slash and &gt;.</summary>
    public readonly ulong Ends;

    /// <summary>&gt;</summary>
    public readonly ulong Closings;

    public readonly ulong EqualsSigns;

    public readonly ulong DoubleQuotes;

    public readonly ulong SingleQuotes;

    /// <summary>The first letters of attributes that somebody wants.</summary>
    public readonly ulong Firsts;

    private TagBlock(ulong ends, ulong closings, ulong equalsSigns, ulong doubleQuotes, ulong singleQuotes, ulong firsts)
    {
        Firsts = firsts;
        Ends = ends;
        Closings = closings;
        EqualsSigns = equalsSigns;
        DoubleQuotes = doubleQuotes;
        SingleQuotes = singleQuotes;
    }

    /// <summary>Reads the 64 bytes from a place on, which have to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TagBlock Load(ReadOnlySpan<byte> markup, int at, AttributeTable interests)
    {
        ref var first = ref MemoryMarshal.GetReference(markup.Slice(at, Length));
        if (Avx512BW.IsSupported)
        {
            var all = Vector512.LoadUnsafe(ref first);
            var low = all & Vector512.Create((byte)0x0F);
            var high = (all.AsUInt16() >> 4).AsByte() & Vector512.Create((byte)0x0F);
            var firsts = Avx512BW.Shuffle(FourTimes(interests.FirstsByLowBits), low) & Avx512BW.Shuffle(FourTimes(AttributeTable.FirstsByHighBits), high);
            return new TagBlock(
                Vector512.Equals(Avx512BW.Shuffle(FourTimes(ByteScan.EndsByLowBits), low), all).ExtractMostSignificantBits(),
                Vector512.Equals(all, Vector512.Create((byte)'>')).ExtractMostSignificantBits(),
                Vector512.Equals(all, Vector512.Create((byte)'=')).ExtractMostSignificantBits(),
                Vector512.Equals(all, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
                Vector512.Equals(all, Vector512.Create((byte)'\'')).ExtractMostSignificantBits(),
                ~Vector512.Equals(firsts, Vector512<byte>.Zero).ExtractMostSignificantBits());
        }

        return Joined(ref first, interests);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> FourTimes(Vector128<byte> table) =>
        Vector512.Create(Vector256.Create(table, table), Vector256.Create(table, table));

    private static TagBlock Joined(ref byte first, AttributeTable interests)
    {
        ulong firsts = 0, ends = 0, closings = 0, equalsSigns = 0, doubleQuotes = 0, singleQuotes = 0;
        for (var part = Length - Vector128<byte>.Count; part >= 0; part -= Vector128<byte>.Count)
        {
            var block = Vector128.LoadUnsafe(ref first, (nuint)part);
            var low = Vector128.ShuffleNative(interests.FirstsByLowBits, block & Vector128.Create((byte)0x0F));
            var high = Vector128.ShuffleNative(AttributeTable.FirstsByHighBits, (block.AsUInt16() >> 4).AsByte() & Vector128.Create((byte)0x0F));
            firsts = (firsts << 16) | (~Vector128.Equals(low & high, Vector128<byte>.Zero)).ExtractMostSignificantBits();
            ends = (ends << 16) | ByteScan.EndsTagName(block).ExtractMostSignificantBits();
            closings = (closings << 16) | Places(block, (byte)'>');
            equalsSigns = (equalsSigns << 16) | Places(block, (byte)'=');
            doubleQuotes = (doubleQuotes << 16) | Places(block, (byte)'"');
            singleQuotes = (singleQuotes << 16) | Places(block, (byte)'\'');
        }

        return new TagBlock(ends, closings, equalsSigns, doubleQuotes, singleQuotes, firsts);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Places(Vector128<byte> block, byte wanted) => Vector128.Equals(block, Vector128.Create(wanted)).ExtractMostSignificantBits();
}
