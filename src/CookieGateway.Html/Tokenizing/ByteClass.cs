using System.Buffers;
using System.Runtime.CompilerServices;

namespace CookieGateway.Html.Tokenizing;

/// <summary>The few classes of bytes that the tokenizer's states tell apart. All are ASCII; a byte from 0x80 is "anything else".</summary>
internal static class ByteClass
{
    /// <summary>A bit for each white space: nearly every byte that is asked about is beyond them all, and that is one comparison.</summary>
    private const ulong Spaces = (1UL << ' ') | (1UL << '\n') | (1UL << '\t') | (1UL << '\r') | (1UL << '\f');

    /// <summary>White space, for searches.</summary>
    public static readonly SearchValues<byte> Space = SearchValues.Create("\t\n\f\r "u8);

    /// <summary>What ends an unquoted attribute value.</summary>
    public static readonly SearchValues<byte> EndsUnquotedValue = SearchValues.Create("\t\n\f\r >"u8);

    /// <summary>What ends an attribute name.</summary>
    public static readonly SearchValues<byte> EndsAttributeName = SearchValues.Create("\t\n\f\r />="u8);

    /// <summary>What ends a tag name.</summary>
    public static readonly SearchValues<byte> EndsTagName = SearchValues.Create("\t\n\f\r />"u8);

    /// <summary>White space as the tokenizer knows it. A carriage return counts: the input stream would have made it a line feed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSpace(byte b) => b <= ' ' && ((Spaces >> b) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetter(byte b) => (uint)((b | 0x20) - 'a') <= 'z' - 'a';

    /// <summary>What has to follow a name for <c>&lt;/name</c> to be an end tag in a text state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool EndsName(byte b) => IsSpace(b) || b is (byte)'/' or (byte)'>';
}
