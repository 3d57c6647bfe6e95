namespace CookieGateway.Sites.Reading;

/// <summary>Small helps for writing sentences about configuration.</summary>
internal static class Words
{
    /// <summary>"a", "a" or "b"; "a", "b" or "c".</summary>
    public static string Either(IEnumerable<string> words)
    {
        var quoted = words.Select(word => $"\"{word}\"").ToArray();
        return quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
    }

    /// <summary>The known word that a misspelt one was probably meant to be; null when none is near.</summary>
    public static string? Closest(string misspelt, IEnumerable<string> known)
    {
        var (word, distance) = known.Select(word => (word, Distance(misspelt, word))).MinBy(pair => pair.Item2);
        return distance <= Math.Max(1, misspelt.Length / 3) ? word : null;
    }

    /// <summary>How many letters must be added, removed or changed (Levenshtein), whatever their case.</summary>
    private static int Distance(string from, string to)
    {
        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + changed);
            }

            above = row;
        }

        return above[^1];
    }
}
