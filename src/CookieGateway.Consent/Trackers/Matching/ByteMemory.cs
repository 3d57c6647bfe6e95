using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>
/// What was found out about runs of bytes, for when the same bytes come again: a site writes the same scripts and addresses into page
/// after page. Bytes are compared whole, so what comes back is what was found out about them and nothing else.
/// </summary>
/// <remarks>
/// Bounded in entries and in bytes. Only what comes a second time is kept, so a page that is new in every byte costs no memory. Reading
/// takes no lock and allocates nothing; safe for any number of threads.
/// </remarks>
/// <param name="mostEntries">How many runs are kept: a power of two.</param>
/// <param name="mostBytes">How many bytes all of them may have together; beyond that everything is forgotten and begun anew.</param>
public sealed class ByteMemory<TFact>(int mostEntries, int mostBytes)
{
    private const int Marks = 4;
    private const int SmallestTable = 128;
    private const int LongestHashedWhole = 512;
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;
    private readonly Lock _changing = new();

    private RememberedRuns<TFact> _runs = RememberedRuns<TFact>.None;

    private uint[] _seenOnce = new uint[SmallestTable];
    private uint _displaced;

    /// <summary>Longer runs are not kept.</summary>
    public int Longest { get; } = mostBytes / 16;

    /// <summary>What is known of the bytes. They mean another thing under another <paramref name="sense"/>.</summary>
    public Remembered<TFact> Find(ReadOnlySpan<byte> bytes, int sense) => Volatile.Read(ref _runs).Find(HashOf(bytes, sense), bytes, sense);

    /// <summary>Whether the bytes come again, so that what is found out about them is worth keeping. To be asked once each time they come.</summary>
    public bool ComesAgain(ReadOnlySpan<byte> bytes, int sense)
    {
        if (bytes.Length > Longest)
        {
            return false;
        }

        var hash = HashOf(bytes, sense);
        var own = (uint)(hash >> 32) | 1;
        var marks = Volatile.Read(ref _seenOnce);
        var bucket = marks.AsSpan((int)hash & (marks.Length - 1) & ~(Marks - 1), Marks);
        if (bucket.IndexOf(own) is >= 0 and var marked)
        {
            bucket[marked] = 0;
            return true;
        }

        // Threads may overwrite each other here; then it takes a third time.
        if (bucket.IndexOf(0u) is >= 0 and var free)
        {
            bucket[free] = own;
            return false;
        }

        bucket[(int)(++_displaced & (Marks - 1))] = own;
        if (_displaced > marks.Length && marks.Length < mostEntries * 2)
        {
            // More comes between the two times than there is room to note: another begins with more room.
            _displaced = 0;
            Volatile.Write(ref _seenOnce, new uint[Math.Min(marks.Length * 4, mostEntries * 2)]);
        }

        return false;
    }

    /// <summary>Keeps what was found out.</summary>
    public void Keep(ReadOnlySpan<byte> bytes, int sense, in TFact fact)
    {
        if (bytes.Length > Longest)
        {
            return;
        }

        var hash = HashOf(bytes, sense);
        lock (_changing)
        {
            if (!_runs.HasRoomFor(bytes.Length))
            {
                Volatile.Write(ref _runs, _runs.Larger(bytes.Length, mostEntries, mostBytes));
            }

            _runs.Add(hash, bytes, sense, fact);
        }
    }

    // All of a short run, and some thirty places of a long one: whatever collides is told apart by its bytes.
    private static ulong HashOf(ReadOnlySpan<byte> bytes, int sense)
    {
        var hash = ((ulong)(uint)bytes.Length << 32 | (uint)sense) * Factor;
        if (bytes.Length < sizeof(ulong))
        {
            foreach (var one in bytes)
            {
                hash = (hash ^ one) * Factor;
            }

            return Mixed(hash);
        }

        // Four at a time, since none of them has to wait for the others.
        ulong second = 1, third = 2, fourth = 3;
        var whole = bytes.Length <= LongestHashedWhole;
        var step = whole ? 4 * sizeof(ulong) : bytes.Length / 8;
        var apart = whole ? sizeof(ulong) : step / 4;
        var at = 0;
        for (; at <= bytes.Length - Math.Max(step, 4 * sizeof(ulong)); at += step)
        {
            hash = Stirred(hash, bytes, at);
            second = Stirred(second, bytes, at + apart);
            third = Stirred(third, bytes, at + (2 * apart));
            fourth = Stirred(fourth, bytes, at + (3 * apart));
        }

        for (; at <= bytes.Length - sizeof(ulong); at += whole ? sizeof(ulong) : step)
        {
            hash = Stirred(hash, bytes, at);
        }

        hash ^= BitOperations.RotateLeft(second, 11) ^ BitOperations.RotateLeft(third, 31) ^ BitOperations.RotateLeft(fourth, 47);
        return Mixed(Stirred(hash, bytes, bytes.Length - sizeof(ulong)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Stirred(ulong hash, ReadOnlySpan<byte> bytes, int at) =>
        BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]), 23) * Factor;

    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xD6E8_FEB8_6659_FD93;
        return hash ^ (hash >> 29);
    }
}
