using System.Buffers;

namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>One network rule of a filter list: a pattern of addresses, and when it counts.</summary>
internal sealed record FilterRule(string Pattern, RuleOptions Options, bool IsException)
{
    private static readonly SearchValues<char> NotOfHosts = SearchValues.Create("*^/|:?");

    /// <summary>The pattern between slashes is a regular expression.</summary>
    public bool IsExpression => Pattern.Length > 2 && Pattern.StartsWith('/') && Pattern.EndsWith('/');

    /// <summary>The host of a rule that is nothing but one (<c>||host^</c>); null for others.</summary>
    public string? PureHost =>
        Pattern.StartsWith("||", StringComparison.Ordinal) && Pattern.EndsWith('^')
        && !Pattern.AsSpan(2, Pattern.Length - 3).ContainsAny(NotOfHosts)
            ? Pattern[2..^1].ToLowerInvariant()
            : null;
}
