using System.Collections.Concurrent;
using System.Text;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Names that pages give again and again, as strings that are made once. Bounded: beyond that a name costs a string each time.</summary>
internal sealed class SharedStrings
{
    private const int Most = 10_000;
    private const int Longest = 253;

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byChars;

    private SharedStrings() => _byChars = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static SharedStrings Hosts { get; } = new();

    public static SharedStrings Directories { get; } = new();

    /// <summary>The string of a name in ASCII, or in what reads like it; what is longer than a host may be is cut.</summary>
    public string Of(ReadOnlySpan<byte> name)
    {
        Span<char> chars = stackalloc char[Math.Min(name.Length, Longest)];
        Encoding.Latin1.GetChars(name[..chars.Length], chars);
        return name.Length > Longest ? new string(chars) : Of(chars);
    }

    public string Of(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return "";
        }

        if (_byChars.TryGetValue(name, out var known))
        {
            return known;
        }

        var made = new string(name);
        if (_known.Count < Most && name.Length <= Longest)
        {
            _known.TryAdd(made, made);
        }

        return made;
    }
}
