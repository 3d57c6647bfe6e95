using System.Collections.Frozen;

namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>Reads the options of a network rule: the words of Adblock Plus, and the shorter ones of uBlock Origin and AdGuard.</summary>
internal static class RuleOptionsReader
{
    private static readonly FrozenDictionary<string, RequestKinds> Kinds = new Dictionary<string, RequestKinds>
    {
        ["script"] = RequestKinds.Of(RequestKind.Script),
        ["image"] = RequestKinds.Of(RequestKind.Image),
        ["stylesheet"] = RequestKinds.Of(RequestKind.Stylesheet),
        ["css"] = RequestKinds.Of(RequestKind.Stylesheet),
        ["object"] = RequestKinds.Of(RequestKind.Object),
        ["object-subrequest"] = RequestKinds.Of(RequestKind.Object),
        ["subdocument"] = RequestKinds.Of(RequestKind.Frame),
        ["frame"] = RequestKinds.Of(RequestKind.Frame),
        ["xmlhttprequest"] = RequestKinds.Of(RequestKind.Connect),
        ["xhr"] = RequestKinds.Of(RequestKind.Connect),
        ["websocket"] = RequestKinds.Of(RequestKind.Connect),
        ["ping"] = RequestKinds.Of(RequestKind.Ping),
        ["beacon"] = RequestKinds.Of(RequestKind.Ping),
        ["media"] = RequestKinds.Of(RequestKind.Media),
        ["font"] = RequestKinds.Of(RequestKind.Font),
        ["other"] = RequestKinds.Of(RequestKind.Other),
        ["document"] = RequestKinds.Of(RequestKind.Document),
        ["doc"] = RequestKinds.Of(RequestKind.Document),
        ["all"] = RequestKinds.All,
        // Windows that a page opens are not its requests; the word is known so that its rule is not refused for it.
        ["popup"] = default,
        ["popunder"] = default,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What a blocker puts in a request's place, and how cosmetic parts of the list behave: the request is held all the same.
    private static readonly FrozenSet<string> WithoutMeaningHere =
        FrozenSet.Create(StringComparer.Ordinal, "match-case", "redirect", "rewrite", "empty", "mp4", "1p-only");

    /// <summary>The options; null when one of them asks for something other than holding requests or cookies.</summary>
    public static RuleOptions? Read(string text)
    {
        var options = RuleOptions.None;
        RequestKinds named = default, excluded = default;
        var anyNamed = false;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var negated = word.StartsWith('~');
            var (name, value) = NameAndValue(negated ? word[1..] : word);
            if (Kinds.TryGetValue(name, out var kinds))
            {
                named = negated ? named : named.Or(kinds);
                excluded = negated ? excluded.Or(kinds) : excluded;
                anyNamed |= !negated;
            }
            else if (With(options, name, value, negated) is { } next)
            {
                options = next;
            }
            else
            {
                return null;
            }
        }

        return options with { Kinds = (anyNamed ? named : RequestKinds.All).Except(excluded) };
    }

    private static RuleOptions? With(RuleOptions options, string name, string value, bool negated) => name switch
    {
        "third-party" or "3p" => options with { ThirdParty = !negated },
        "first-party" or "1p" => options with { ThirdParty = negated },
        "domain" or "from" => WithDomains(options, value),
        "denyallow" => options with { NotToHosts = value.Split('|') },
        "important" => options with { Important = true },
        "badfilter" => options with { TakesBack = true },
        // A cookie that is only shortened or fenced in is not a cookie to hold.
        "cookie" when !value.Contains(';', StringComparison.Ordinal) => options with { Cookie = value },
        _ => WithoutMeaningHere.Contains(name) ? options : null,
    };

    private static RuleOptions WithDomains(RuleOptions options, string value)
    {
        var domains = value.ToLowerInvariant().Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return options with
        {
            OnDomains = [.. domains.Where(domain => !domain.StartsWith('~'))],
            NotOnDomains = [.. domains.Where(domain => domain.StartsWith('~')).Select(domain => domain[1..])],
        };
    }

    private static (string Name, string Value) NameAndValue(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (word, "") : (word[..equals], word[(equals + 1)..]);
    }
}
