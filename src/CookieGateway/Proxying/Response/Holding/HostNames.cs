using System.Collections.Concurrent;
using System.Text;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>The hosts that pages name, as strings that are made once. Bounded: beyond that a host costs a string each time.</summary>
internal static class HostNames
{
    private const int Most = 10_000;
    private const int Longest = 253;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByChars =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(ReadOnlySpan<byte> host)
    {
        if (host.Length is 0 or > Longest)
        {
            return host.IsEmpty ? "" : Encoding.Latin1.GetString(host[..Longest]);
        }

        Span<char> chars = stackalloc char[host.Length];
        Encoding.Latin1.GetChars(host, chars);
        if (ByChars.TryGetValue(chars, out var known))
        {
            return known;
        }

        var made = new string(chars);
        if (Known.Count < Most)
        {
            Known.TryAdd(made, made);
        }

        return made;
    }
}
