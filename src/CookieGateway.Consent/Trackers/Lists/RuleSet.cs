using System.Text;
using System.Text.RegularExpressions;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>Rules of one side, compiled: those that hold, or those that are exceptions.</summary>
internal sealed class RuleSet
{
    // An expression that takes longer than this on one address is a mistake in the list and does not fit.
    private static readonly TimeSpan LongestExpression = TimeSpan.FromMilliseconds(20);

    private readonly HostIndex<RuleOptions[]> _hosts;
    private readonly PatternIndex<RuleOptions> _patterns;
    private readonly (Regex Expression, RuleOptions Options)[] _expressions;

    public RuleSet(IReadOnlyCollection<FilterRule> rules)
    {
        var pure = rules.ToLookup(rule => rule.PureHost is not null);
        _hosts = new HostIndex<RuleOptions[]>([.. pure[true]
            .GroupBy(rule => rule.PureHost!, rule => rule.Options)
            .Select(group => KeyValuePair.Create(group.Key, group.Distinct().ToArray()))]);
        _patterns = new PatternIndex<RuleOptions>([.. pure[false]
            .Where(rule => !rule.IsExpression)
            .Select(rule => (new UrlPattern(rule.Pattern), rule.Options))]);
        _expressions = [.. pure[false]
            .Where(rule => rule.IsExpression)
            .Select(rule => (Expression: ToExpression(rule.Pattern[1..^1]), rule.Options))
            .Where(rule => rule.Expression is not null)
            .Select(rule => (rule.Expression!, rule.Options))];
    }

    /// <summary>The options of a rule that fits the request; an important one if there is any; null when none fits.</summary>
    public RuleOptions? Find(LowerUrl url, RequestKind kind, bool thirdParty, PageHosts pages)
    {
        RuleOptions? found = null;
        foreach (var (rules, _) in _hosts.Find(url.Host))
        {
            foreach (var options in rules)
            {
                found = Better(found, options, url, kind, thirdParty, pages);
            }
        }

        foreach (var options in _patterns.Find(url))
        {
            found = Better(found, options, url, kind, thirdParty, pages);
        }

        return FindExpression(found, url, kind, thirdParty, pages);
    }

    private RuleOptions? FindExpression(RuleOptions? found, LowerUrl url, RequestKind kind, bool thirdParty, PageHosts pages)
    {
        Span<char> characters = stackalloc char[LowerUrl.MostBytes];
        var length = 0;
        foreach (var (expression, options) in _expressions)
        {
            // The cheap questions first: an expression looks at the whole address.
            if (found is null && options.Covers(kind, thirdParty) && options.CountsOn(pages))
            {
                length = length > 0 ? length : Encoding.Latin1.GetChars(url.Text, characters);
                found = Fits(expression, characters[..length]) ? Better(found, options, url, kind, thirdParty, pages) : found;
            }
        }

        return found;
    }

    private static RuleOptions? Better(
        RuleOptions? found, RuleOptions options, LowerUrl url, RequestKind kind, bool thirdParty, PageHosts pages)
    {
        if (found is { Important: true } || (found is not null && !options.Important))
        {
            return found;
        }

        return options.Covers(kind, thirdParty) && options.CountsOn(pages) && !IsLetPass(options, url) ? options : found;
    }

    private static bool IsLetPass(RuleOptions options, LowerUrl url)
    {
        foreach (var host in options.NotToHosts)
        {
            if (url.Host.Length >= host.Length
                && Ascii.Equals(url.Host[^host.Length..], host)
                && (url.Host.Length == host.Length || url.Host[^(host.Length + 1)] == (byte)'.'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(Regex expression, ReadOnlySpan<char> url)
    {
        try
        {
            return expression.IsMatch(url);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? ToExpression(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, LongestExpression);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
