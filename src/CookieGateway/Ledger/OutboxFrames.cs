using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CookieGateway.Ledger;

/// <summary>
/// The form of a segment: one frame after the other, each [length, 4 bytes][CRC-32C of length and payload, 4 bytes][payload], numbers in
/// little endian. A frame says for itself whether it is whole; what lies behind damage can be found again.
/// </summary>
internal static class OutboxFrames
{
    public const int HeadBytes = 8;

    /// <summary>No entry is longer: a record has about a kilobyte, a notice some ten.</summary>
    public const int MaxPayload = 4 << 20;

    public enum Kind
    {
        /// <summary>A whole frame.</summary>
        Whole,

        /// <summary>Bytes that are no frame, with whole frames behind them or as long as a frame claims to be: something was changed.</summary>
        Damaged,

        /// <summary>The start of a frame that was never written to its end, and so was never acknowledged.</summary>
        Torn,
    }

    /// <summary>Some bytes of a segment, and what they are.</summary>
    public readonly record struct Piece(Kind Kind, int Offset, int Length)
    {
        public int End => Offset + Length;

        public Range Payload => (Offset + HeadBytes)..End;
    }

    public static byte[] Head(ReadOnlySpan<byte> payload)
    {
        var head = new byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), Checksum(head.AsSpan(0, 4), payload));
        return head;
    }

    /// <summary>The piece that starts at this offset. The bytes reach to the end of what the segment holds.</summary>
    public static Piece At(ReadOnlySpan<byte> bytes, int offset)
    {
        if (WholeLength(bytes[offset..]) is { } length)
        {
            return new Piece(Kind.Whole, offset, length);
        }

        for (var next = offset + 1; next <= bytes.Length - HeadBytes; next++)
        {
            if (WholeLength(bytes[next..]) is not null)
            {
                return new Piece(Kind.Damaged, offset, next - offset);
            }
        }

        return new Piece(IsCutShort(bytes[offset..]) ? Kind.Torn : Kind.Damaged, offset, bytes.Length - offset);
    }

    private static int? WholeLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadBytes)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length is <= 0 or > MaxPayload || length > bytes.Length - HeadBytes)
        {
            return null;
        }

        var checksum = Checksum(bytes[..4], bytes.Slice(HeadBytes, length));
        return checksum == BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) ? HeadBytes + length : null;
    }

    private static bool IsCutShort(ReadOnlySpan<byte> bytes) =>
        bytes.Length < HeadBytes
        || BinaryPrimitives.ReadInt32LittleEndian(bytes) is > 0 and <= MaxPayload and var length && length > bytes.Length - HeadBytes;

    private static uint Checksum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload) => ~Add(Add(uint.MaxValue, head), payload);

    // BitOperations uses the processor's own instruction where there is one.
    private static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            checksum = BitOperations.Crc32C(checksum, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var single in bytes[(words.Length * sizeof(ulong))..])
        {
            checksum = BitOperations.Crc32C(checksum, single);
        }

        return checksum;
    }
}
