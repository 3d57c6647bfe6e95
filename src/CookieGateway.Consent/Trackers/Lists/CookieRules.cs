using System.Text.RegularExpressions;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>The cookie rules of a filter list, as far as they are about cookies of the site's own.</summary>
internal sealed class CookieRules
{
    private static readonly TimeSpan LongestExpression = TimeSpan.FromMilliseconds(20);
    private readonly FilterRule[] _rules;
    private readonly NameIndex<bool> _names;
    private readonly Regex[] _expressions;

    public CookieRules(IEnumerable<FilterRule> rules)
    {
        _rules = [.. rules];
        _names = new NameIndex<bool>([]);
        _expressions = [];
    }

    private CookieRules(FilterRule[] rules)
    {
        _rules = rules;
        _names = new NameIndex<bool>(rules.Where(rule => !IsExpression(rule))
            .Select(rule => KeyValuePair.Create(rule.Options.Cookie!.Length == 0 ? "*" : rule.Options.Cookie, true)));
        _expressions = [.. rules.Where(IsExpression).Select(rule => new Regex(
            rule.Options.Cookie![1..^1], RegexOptions.CultureInvariant, LongestExpression))];
    }

    /// <summary>Those of the rules that count on pages of a site.</summary>
    public CookieRules On(PageHosts pages) => new([.. _rules.Where(rule => rule.Options.CountsOn(pages) && IsAbout(rule, pages))]);

    /// <summary>Whether a rule names the cookie.</summary>
    public bool Name(ReadOnlySpan<char> cookie)
    {
        if (_names.TryFind(cookie, out _))
        {
            return true;
        }

        foreach (var expression in _expressions)
        {
            if (expression.IsMatch(cookie))
            {
                return true;
            }
        }

        return false;
    }

    // The pattern of a cookie rule is the address that sets the cookie: only the site's own host, or none, concerns its cookies.
    private static bool IsAbout(FilterRule rule, PageHosts pages) =>
        rule.Pattern.Length == 0 || (rule.PureHost is { } host && pages.LieOn(host));

    private static bool IsExpression(FilterRule rule) =>
        rule.Options.Cookie is { Length: > 2 } name && name.StartsWith('/') && name.EndsWith('/');
}
