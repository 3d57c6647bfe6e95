using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CookieGateway.Sites;

/// <summary>A host name that a site answers to, or with a leading <c>*.</c> every subdomain of it at every depth (not the domain itself).</summary>
public readonly record struct HostPattern
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private HostPattern(string name, bool isWildcard)
    {
        Name = name;
        IsWildcard = isWildcard;
    }

    /// <summary>Lower case, in ASCII (punycode), without the <c>*.</c>.</summary>
    public string Name { get; }

    public bool IsWildcard { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out HostPattern pattern)
    {
        pattern = default;
        var name = text?.Trim() ?? "";
        var isWildcard = name.StartsWith("*.", StringComparison.Ordinal);
        if (ReadName(isWildcard ? name[2..] : name) is not { } ascii)
        {
            return false;
        }

        pattern = new HostPattern(ascii, isWildcard);
        return !isWildcard || Uri.CheckHostName(ascii) == UriHostNameType.Dns;
    }

    /// <summary>Whether the host, in lower-case ASCII and without a port, is meant.</summary>
    public bool Covers(ReadOnlySpan<char> host) => IsWildcard ? IsBelow(host, Name) : host.SequenceEqual(Name);

    /// <summary>Whether some host could be meant by both.</summary>
    public bool Overlaps(HostPattern other) =>
        IsWildcard == other.IsWildcard
            ? Name == other.Name || (IsWildcard && (IsBelow(Name, other.Name) || IsBelow(other.Name, Name)))
            : IsWildcard ? Covers(other.Name) : other.Covers(Name);

    public override string ToString() => IsWildcard ? "*." + Name : Name;

    internal static bool IsBelow(ReadOnlySpan<char> host, ReadOnlySpan<char> domain) =>
        host.Length > domain.Length + 1 && host.EndsWith(domain) && host[^(domain.Length + 1)] == '.';

    private static string? ReadName(string name)
    {
        try
        {
            var ascii = Idn.GetAscii(name).ToLowerInvariant();
            return Uri.CheckHostName(ascii) is UriHostNameType.Dns or UriHostNameType.IPv4 ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
