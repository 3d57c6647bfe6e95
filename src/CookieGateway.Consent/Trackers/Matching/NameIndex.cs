using System.Collections.Frozen;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>
/// Values by the names of cookies or storage keys, where <c>*</c> in a pattern stands for any characters. Whole names win over
/// patterns, longer patterns over shorter ones.
/// </summary>
internal sealed class NameIndex<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _whole;
    private readonly FrozenDictionary<char, (string Pattern, T Value)[]> _byFirst;
    private readonly (string Pattern, T Value)[] _anyFirst;

    /// <summary>The first of several entries of the same name counts.</summary>
    public NameIndex(IEnumerable<KeyValuePair<string, T>> entries)
    {
        var distinct = entries.DistinctBy(entry => entry.Key).ToList();
        _whole = distinct.Where(entry => !entry.Key.Contains('*'))
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        var patterns = distinct.Where(entry => entry.Key.Contains('*'))
            .OrderByDescending(entry => entry.Key.Length)
            .Select(entry => (entry.Key, entry.Value))
            .ToList();
        _byFirst = patterns.Where(entry => entry.Key[0] != '*')
            .GroupBy(entry => entry.Key[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _anyFirst = [.. patterns.Where(entry => entry.Key[0] == '*')];
    }

    public bool TryFind(ReadOnlySpan<char> name, out T value)
    {
        if (_whole.TryGetValue(name, out value!))
        {
            return true;
        }

        return (!name.IsEmpty && _byFirst.TryGetValue(name[0], out var patterns) && TryFit(patterns, name, out value))
            || TryFit(_anyFirst, name, out value);
    }

    /// <summary>Whether a name fits a pattern.</summary>
    public static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return name.SequenceEqual(pattern);
        }

        if (!name.StartsWith(pattern[..star]))
        {
            return false;
        }

        var rest = pattern[(star + 1)..];
        for (var at = star; at <= name.Length; at++)
        {
            if (rest.IsEmpty || Fits(rest, name[at..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryFit((string Pattern, T Value)[] patterns, ReadOnlySpan<char> name, out T value)
    {
        foreach (var (pattern, candidate) in patterns)
        {
            if (Fits(pattern, name))
            {
                value = candidate;
                return true;
            }
        }

        value = default!;
        return false;
    }
}
