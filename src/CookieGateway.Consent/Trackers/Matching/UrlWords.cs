namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>
/// The words of an address: runs of letters, digits and per cent signs. No separator that a pattern's <c>^</c> stands for is
/// among them, so a word that a pattern holds between its own separators is a word of every address that fits it.
/// </summary>
internal ref struct UrlWords(ReadOnlySpan<byte> text)
{
    private const int HeadLength = 3;

    // One bit for each byte, of the first 64 and of the next.
    private const ulong DigitsAndPercent = 0x03FF_0020_0000_0000;
    private const ulong LowerCase = 0x07FF_FFFE_0000_0000;

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>Where the word begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where the word ends in the text.</summary>
    public readonly int End => _at;

    /// <summary>The word as a number.</summary>
    public uint Hash { get; private set; }

    /// <summary>The first bytes of the word as a number; 0 of a word that has fewer.</summary>
    public readonly uint Head => End - Start >= HeadLength ? HeadOf(_text[Start..]) : 0;

    public bool MoveNext()
    {
        while (_at < _text.Length && !IsWord(_text[_at]))
        {
            _at++;
        }

        Start = _at;
        while (_at < _text.Length && IsWord(_text[_at]))
        {
            _at++;
        }

        Hash = WordHash.Of(_text[Start.._at]);
        return _at > Start;
    }

    // Odd, so that it is never 0.
    private static uint HeadOf(ReadOnlySpan<byte> word) => (word[0] | (uint)word[1] << 8 | (uint)word[2] << 16) * 0x9E37_79B1 | 1;

    private static bool IsWord(byte value) => value < 128 && ((value < 64 ? DigitsAndPercent : LowerCase) >> (value & 63) & 1) != 0;
}
