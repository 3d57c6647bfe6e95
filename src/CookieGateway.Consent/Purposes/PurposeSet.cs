namespace CookieGateway.Consent.Purposes;

/// <summary>An immutable set of purposes. <see cref="Purpose.Necessary"/> is a member of every set.</summary>
public readonly record struct PurposeSet
{
    private const int NecessaryBit = 1 << (int)Purpose.Necessary;
    private readonly int _bits;

    private PurposeSet(int bits) => _bits = bits & ~NecessaryBit;

    /// <summary>What may run before a visitor has decided anything; also the default value.</summary>
    public static PurposeSet NecessaryOnly => default;

    /// <summary>Everything that can be granted.</summary>
    public static PurposeSet All { get; } = Of(Purpose.Preferences, Purpose.Analytics, Purpose.Marketing);

    /// <summary>True when nothing beyond <see cref="Purpose.Necessary"/> is in the set.</summary>
    public bool IsNecessaryOnly => _bits == 0;

    /// <summary>The set as a number from 0 to 14, for keys of caches; bit n stands for the purpose with the value n.</summary>
    public int Bits => _bits;

    /// <summary>The set of the given purposes.</summary>
    public static PurposeSet Of(params ReadOnlySpan<Purpose> purposes)
    {
        var bits = 0;
        foreach (var purpose in purposes)
        {
            bits |= 1 << (int)purpose;
        }

        return new PurposeSet(bits);
    }

    /// <summary>Reads <see cref="ToString"/>'s form; a word that names no purpose makes it false. Empty text is the empty set.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PurposeSet purposes)
    {
        purposes = default;
        var bits = 0;
        foreach (var range in text.Split(','))
        {
            var word = text[range].Trim();
            if (word.IsEmpty)
            {
                continue;
            }

            if (PurposeWords.Find(word) is not { } purpose)
            {
                return false;
            }

            bits |= 1 << (int)purpose;
        }

        purposes = new PurposeSet(bits);
        return true;
    }

    /// <summary>Whether the purpose is in the set.</summary>
    public bool Contains(Purpose purpose) => ((_bits | NecessaryBit) & (1 << (int)purpose)) != 0;

    /// <summary>This set and one purpose more.</summary>
    public PurposeSet With(Purpose purpose) => new(_bits | (1 << (int)purpose));

    /// <summary>What is in this set and not in the other.</summary>
    public PurposeSet Except(PurposeSet other) => new(_bits & ~other._bits);

    /// <summary>The purposes beyond Necessary, as in "analytics,marketing"; empty for the empty set.</summary>
    public override string ToString() =>
        string.Join(',', PurposeWords.Grantable.Where(Contains).Select(PurposeWords.Of));
}
