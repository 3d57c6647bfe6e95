using System.Numerics;
using System.Text;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>A set of ASCII words that is asked with bytes.</summary>
internal sealed class ScriptWords
{
    private readonly byte[]?[] _slots;
    private readonly ulong[] _lengths = new ulong[128];

    private ScriptWords(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _slots = new byte[(int)BitOperations.RoundUpToPowerOf2((uint)all.Length * 3)][];
        foreach (var word in all)
        {
            var bytes = Encoding.ASCII.GetBytes(word);
            _lengths[bytes[0]] |= 1UL << (bytes.Length & 63);
            var slot = WordHash.Of(bytes);
            while (_slots[slot & (uint)(_slots.Length - 1)] is not null)
            {
                slot++;
            }

            _slots[slot & (uint)(_slots.Length - 1)] = bytes;
        }
    }

    public static ScriptWords Of(string words) => new(words);

    public bool Contains(ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty || word[0] >= 128 || (_lengths[word[0]] >> (word.Length & 63) & 1) == 0)
        {
            return false;
        }

        for (var slot = WordHash.Of(word); _slots[slot & (uint)(_slots.Length - 1)] is { } known; slot++)
        {
            if (word.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
