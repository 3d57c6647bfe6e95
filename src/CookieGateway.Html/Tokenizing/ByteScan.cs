using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CookieGateway.Html.Tokenizing;

/// <summary>
/// Finds where something short ends: a name, a value, the white space between two tags. The first bytes nearly always hold the end, and
/// are compared all at once; a general search costs more to begin than that, and comes second.
/// </summary>
internal static class ByteScan
{
    /// <summary>
    /// The bytes that end a tag name differ in their low four bits, so that these can look each one up. Where a place has none, 0xFF
    /// stands, which belongs elsewhere.
    /// </summary>
    public static readonly Vector128<byte> EndsByLowBits = Vector128.Create(
        (byte)' ', 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'\t', (byte)'\n', 0xFF, (byte)'\f', (byte)'\r', (byte)'>', (byte)'/');

    /// <summary>The end of the tag name that begins at a place; -1 when it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TagNameEnd(ReadOnlySpan<byte> markup, int at)
    {
        if (markup.Length - at >= Vector128<byte>.Count)
        {
            var ends = EndsTagName(Load(markup, at)).ExtractMostSignificantBits();
            if (ends != 0)
            {
                return at + BitOperations.TrailingZeroCount(ends);
            }
        }

        return Search(markup, at, isAttribute: false);
    }

    /// <summary>The end of the attribute name whose first byte stands before a place; -1 when it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AttributeNameEnd(ReadOnlySpan<byte> markup, int at)
    {
        if (markup.Length - at >= Vector128<byte>.Count)
        {
            var block = Load(markup, at);
            var ends = (EndsTagName(block) | Vector128.Equals(block, Vector128.Create((byte)'='))).ExtractMostSignificantBits();
            if (ends != 0)
            {
                return at + BitOperations.TrailingZeroCount(ends);
            }
        }

        return Search(markup, at, isAttribute: true);
    }

    /// <summary>The first place of a byte from <paramref name="at"/> on; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<byte> markup, int at, byte wanted)
    {
        if (Vector512.IsHardwareAccelerated && markup.Length - at >= Vector512<byte>.Count)
        {
            var block = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(markup), (nuint)at);
            var places = Vector512.Equals(block, Vector512.Create(wanted)).ExtractMostSignificantBits();
            if (places != 0)
            {
                return at + BitOperations.TrailingZeroCount(places);
            }

            at += Vector512<byte>.Count;
        }
        else if (Vector256.IsHardwareAccelerated && markup.Length - at >= Vector256<byte>.Count)
        {
            var block = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(markup), (nuint)at);
            var places = Vector256.Equals(block, Vector256.Create(wanted)).ExtractMostSignificantBits();
            if (places != 0)
            {
                return at + BitOperations.TrailingZeroCount(places);
            }

            at += Vector256<byte>.Count;
        }

        return FindFurther(markup, at, wanted);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindFurther(ReadOnlySpan<byte> markup, int at, byte wanted)
    {
        var place = markup[at..].IndexOf(wanted);
        return place < 0 ? -1 : at + place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> EndsTagName(Vector128<byte> block) =>
        Vector128.Equals(Vector128.ShuffleNative(EndsByLowBits, block & Vector128.Create((byte)0x0F)), block);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ReadOnlySpan<byte> markup, int at) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(markup), (nuint)at);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Search(ReadOnlySpan<byte> markup, int at, bool isAttribute)
    {
        var length = markup[at..].IndexOfAny(isAttribute ? ByteClass.EndsAttributeName : ByteClass.EndsTagName);
        return length < 0 ? -1 : at + length;
    }
}
