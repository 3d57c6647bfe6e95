using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Consent.Decisions;

/// <summary>
/// Recipients by three bytes each: so many fit the consent cookie that an answer can carry whom its notice named. Immutable, and equal to
/// another set of the same recipients.
/// </summary>
public sealed class RecipientPrints : IEquatable<RecipientPrints>
{
    /// <summary>Bytes of one recipient. By chance one of thirty meets the print of a newcomer twice in a million times.</summary>
    internal const int Bytes = 3;

    private readonly int[] _prints;

    private RecipientPrints(IEnumerable<int> prints) => _prints = [.. prints.Distinct().Order()];

    /// <summary>Nobody.</summary>
    public static RecipientPrints None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _prints.Length;

    /// <summary>The prints of names, as <see cref="NameOf"/> gives them.</summary>
    public static RecipientPrints Of(IEnumerable<string> names) => new(names.Select(name => PrintOf(name, "")));

    /// <summary>
    /// A recipient's name in records: purpose and tracker, as in "analytics/yandex-metrika". The same tracker for another purpose is
    /// somebody else to the visitor.
    /// </summary>
    public static string NameOf(Tracker tracker) => $"{PurposeWords.Of(tracker.Purpose)}/{tracker.Id}";

    /// <summary>Whether the tracker is among them, for the purpose that it has.</summary>
    public bool Contains(Tracker tracker) => Array.BinarySearch(_prints, PrintOf(PurposeWords.Of(tracker.Purpose), tracker.Id)) >= 0;

    /// <inheritdoc/>
    public bool Equals(RecipientPrints? other) => other is not null && _prints.AsSpan().SequenceEqual(other._prints);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecipientPrints);

    /// <inheritdoc/>
    public override int GetHashCode() => _prints.Aggregate(0, HashCode.Combine);

    internal static RecipientPrints Read(ReadOnlySpan<byte> bytes)
    {
        var prints = new int[bytes.Length / Bytes];
        for (var at = 0; at < prints.Length; at++)
        {
            prints[at] = (bytes[at * Bytes] << 16) | (bytes[(at * Bytes) + 1] << 8) | bytes[(at * Bytes) + 2];
        }

        return new RecipientPrints(prints);
    }

    /// <summary>Writes as many as there is room for, and says how many those are.</summary>
    internal int Write(Span<byte> to)
    {
        var count = Math.Min(_prints.Length, to.Length / Bytes);
        for (var at = 0; at < count; at++)
        {
            to[at * Bytes] = (byte)(_prints[at] >> 16);
            to[(at * Bytes) + 1] = (byte)(_prints[at] >> 8);
            to[(at * Bytes) + 2] = (byte)_prints[at];
        }

        return count;
    }

    // http://www.isthe.com/chongo/tech/comp/fnv/ folded to 24 bits. The token is signed, so nobody can look for two names that meet; and
    // it must never change, or all who have answered would be asked again.
    private static int PrintOf(string purposeOrName, string id)
    {
        var hash = 2166136261u;
        foreach (var sign in purposeOrName)
        {
            hash = (hash ^ sign) * 16777619u;
        }

        hash = id.Length > 0 ? (hash ^ '/') * 16777619u : hash;
        foreach (var sign in id)
        {
            hash = (hash ^ sign) * 16777619u;
        }

        return (int)((hash >> 24) ^ (hash & 0xFFFFFF));
    }
}
