using System.Globalization;
using System.Text;

namespace CookieGateway.Html.References;

/// <summary>
/// https://html.spec.whatwg.org/#named-character-references, read once from an embedded list of <c>name=code+code</c>, where a star
/// marks the names that also count without a semicolon.
/// </summary>
internal sealed class NamedReferences
{
    /// <summary>The longest name, as in CounterClockwiseContourIntegral.</summary>
    public const int LongestName = 31;

    private const int Bits = 13;
    private static readonly Lazy<NamedReferences> Loaded = new(() => new NamedReferences());
    private readonly Entry[] _entries = new Entry[1 << Bits];

    private NamedReferences()
    {
        using var stream = typeof(NamedReferences).Assembly.GetManifestResourceStream("named-references.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            foreach (var item in line.Split(' '))
            {
                Add(item.TrimEnd('*'), item[^1] == '*');
            }
        }
    }

    /// <summary>The characters, in UTF-8, that a name stands for; empty when no such name exists. Names tell upper from lower case.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name, bool withSemicolon)
    {
        var entries = Loaded.Value._entries;
        for (var at = SlotOf(name); entries[at].Name is { } known; at = (at + 1) & (entries.Length - 1))
        {
            if (name.SequenceEqual(known))
            {
                return withSemicolon || entries[at].NeedsNoSemicolon ? entries[at].Text : default;
            }
        }

        return default;
    }

    private void Add(string item, bool needsNoSemicolon)
    {
        var (name, codes) = (item[..item.IndexOf('=')], item[(item.IndexOf('=') + 1)..]);
        var text = string.Concat(codes.Split('+').Select(code => new Rune(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
        var bytes = Encoding.ASCII.GetBytes(name);
        var at = SlotOf(bytes);
        while (_entries[at].Name is not null)
        {
            at = (at + 1) & (_entries.Length - 1);
        }

        _entries[at] = new Entry(bytes, Encoding.UTF8.GetBytes(text), needsNoSemicolon);
    }

    private static int SlotOf(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var b in name)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return (int)((hash * 0x9E37_79B9u) >> (32 - Bits));
    }

    private readonly record struct Entry(byte[]? Name, byte[] Text, bool NeedsNoSemicolon);
}
