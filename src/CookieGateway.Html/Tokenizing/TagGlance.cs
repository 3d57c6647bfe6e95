using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CookieGateway.Html.Tokenizing;

/// <summary>
/// Passes over start tags that are nobody's business, 64 bytes at a time, without taking them apart. It knows one way of writing tags,
/// that of nearly all of them: values in double quotes right behind the equals sign, or no values. What is written in any other way,
/// and what a handler may want, it leaves to <see cref="Tag"/>.
/// </summary>
internal static class TagGlance
{
    /// <summary>
    /// The place behind the start tag whose name ends at a place, as a negative number where somebody may want one of its attributes; 0
    /// where the tag has to be read to know, or is longer than somebody allows.
    /// https://html.spec.whatwg.org/#before-attribute-name-state and the states behind it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EndOf(ReadOnlySpan<byte> piece, int nameEnd, int longest, AttributeTable interests) =>
        piece[nameEnd] == '>' ? nameEnd + 1 : EndOfAttributes(piece, nameEnd, longest, interests);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int EndOfAttributes(ReadOnlySpan<byte> piece, int nameEnd, int longest, AttributeTable interests)
    {
        // From the byte that ends the name on; each carry is what the block before says of this one's first byte.
        ulong quotedBefore = 0;
        ulong equalsBefore = 0;
        ulong endBefore = 0;
        var wanted = false;
        var last = (int)Math.Min(piece.Length, (long)nameEnd + longest) - TagBlock.Length;
        for (var at = nameEnd; at <= last; at += TagBlock.Length)
        {
            var block = TagBlock.Load(piece, at, interests);
            var quoted = PrefixXor(block.DoubleQuotes) ^ quotedBefore;
            var outside = ~(quoted | block.DoubleQuotes);
            var close = block.Closings & outside;
            var ours = close ^ (close - 1);
            var equals = block.EqualsSigns & outside & ours;
            var opening = block.DoubleQuotes & quoted & ours;
            var closing = block.DoubleQuotes & ~quoted;

            // Where a name ends, or a value: behind that an attribute may begin, and no equals sign may stand.
            var ends = (block.Ends & outside) | closing;
            var afterEnd = (ends << 1) | endBefore;
            if (((equals << 1 | equalsBefore) & ours) != opening
                || (equals & afterEnd) != 0
                || (block.SingleQuotes & outside & ours) != 0)
            {
                return 0;
            }

            wanted = wanted || IsAnyWanted(piece, at, block.Firsts & outside & afterEnd & ours, interests);
            if (close != 0)
            {
                var end = at + BitOperations.TrailingZeroCount(close) + 1;
                return wanted ? -end : end;
            }

            quotedBefore = (ulong)((long)quoted >> 63);
            equalsBefore = equals >> 63;
            endBefore = ends >> 63;
        }

        return 0;
    }

    /// <summary>Whether somebody may want one of the attributes that begin at these places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAnyWanted(ReadOnlySpan<byte> piece, int at, ulong beginnings, AttributeTable interests)
    {
        for (; beginnings != 0; beginnings &= beginnings - 1)
        {
            if (IsWanted(piece, at + BitOperations.TrailingZeroCount(beginnings), interests))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWanted(ReadOnlySpan<byte> piece, int begin, AttributeTable interests)
    {
        var nameEnd = ByteScan.AttributeNameEnd(piece, begin + 1);
        if (nameEnd < 0)
        {
            return true;
        }

        if (!interests.MayBeWanted(piece, begin, nameEnd))
        {
            return false;
        }

        ReadOnlySpan<byte> value = default;
        if (piece[nameEnd] == '=')
        {
            var close = nameEnd + 2 < piece.Length ? ByteScan.Find(piece, nameEnd + 2, (byte)'"') : -1;
            if (close < 0)
            {
                return true;
            }

            value = piece[(nameEnd + 2)..close];
        }

        return interests.HandlersOf(piece[begin..nameEnd], value) != 0;
    }

    /// <summary>Sets each bit to the parity of itself and all below it: from each opening quote up to its closing one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PrefixXor(ulong bits)
    {
        // A product without carries by all ones is that very sum.
        if (Pclmulqdq.IsSupported)
        {
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        }

        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}
