using System.Buffers.Binary;
using System.Numerics;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>The hash of a word, of an address or of a script: of all its bytes, eight at a time.</summary>
internal static class WordHash
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Never 0, which stands for no word at all.</summary>
    public static uint Of(ReadOnlySpan<byte> word)
    {
        var hash = (ulong)(uint)word.Length;
        for (; word.Length > sizeof(ulong); word = word[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(word)) * Factor, 31);
        }

        hash = (hash ^ Rest(word)) * Factor;
        return (uint)(hash >> 32) is var high && high != 0 ? high : 1;
    }

    // Up to eight bytes as one number, without reading beyond them.
    private static ulong Rest(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        >= sizeof(uint) => BinaryPrimitives.ReadUInt32LittleEndian(bytes) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) << 32,
        > 1 => BinaryPrimitives.ReadUInt16LittleEndian(bytes) | (ulong)bytes[^1] << 16,
        1 => bytes[0],
        _ => 0,
    };
}
