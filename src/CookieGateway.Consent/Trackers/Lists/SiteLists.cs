using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>The filter lists of one site, asked in their order.</summary>
internal sealed class SiteLists
{
    private readonly FilterList[] _lists;
    private readonly (Tracker Tracker, CookieRules Named, CookieRules Excepted)[] _cookies;
    private readonly PageHosts _pages;

    public SiteLists(TrackerRules rules)
    {
        _lists = [.. rules.Lists];
        _pages = new PageHosts(rules);
        _cookies = [.. _lists.Select(list => (list.Tracker, list.Cookies.On(_pages), list.CookieExceptions.On(_pages)))];
    }

    /// <summary>Who a request goes to by the first list that knows it; null when none does.</summary>
    public Tracker? FindRequest(LowerUrl url, RequestKind kind, bool thirdParty)
    {
        foreach (var list in _lists)
        {
            if (list.Holds(url, kind, thirdParty, _pages))
            {
                return list.Tracker;
            }
        }

        return null;
    }

    /// <summary>Whose cookie it is by the first list that knows it; null when none does.</summary>
    public Tracker? FindCookie(ReadOnlySpan<char> name)
    {
        foreach (var (tracker, named, excepted) in _cookies)
        {
            if (named.Name(name) && !excepted.Name(name))
            {
                return tracker;
            }
        }

        return null;
    }
}
