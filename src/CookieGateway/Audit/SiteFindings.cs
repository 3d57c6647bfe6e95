using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Audit;

/// <summary>What the pages of a site were found to load and set.</summary>
internal sealed class SiteFindings(Uri start, TrackerJudge judge)
{
    private readonly Dictionary<string, FoundCookie> _cookies = new(StringComparer.Ordinal);

    public Uri Start => start;

    public TrackerJudge Judge => judge;

    public List<PageReading> Pages { get; } = [];

    public IEnumerable<FoundCookie> Cookies => _cookies.Values.OrderBy(cookie => cookie.Name, StringComparer.Ordinal);

    /// <summary>Languages that the pages say they are in, the most frequent first.</summary>
    public IEnumerable<string> Languages => Pages.Select(page => page.Language).OfType<string>()
        .Where(language => language is "ru" or "kk" or "en")
        .GroupBy(language => language, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.Key);

    /// <summary>Trackers with the requests that gave them away, necessary ones included.</summary>
    public IEnumerable<IGrouping<Tracker, SeenRequest>> Trackers => Requests
        .Where(request => request.Tracker is not null)
        .GroupBy(request => judge.Find(request.Tracker!.Id) ?? request.Tracker!)
        .OrderBy(group => group.Key.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts that nobody knows.</summary>
    public IEnumerable<IGrouping<string, SeenRequest>> Unclassified => Requests
        .Where(request => request.Kind == VerdictKind.Unclassified)
        .GroupBy(request => request.Host, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);

    private IEnumerable<SeenRequest> Requests => Pages.SelectMany(page => page.Requests);

    public void Add(PageReading page) => Pages.Add(page);

    public void AddCookies(FetchedPage page)
    {
        foreach (var line in page.SetCookies)
        {
            var name = line.Split('=', 2)[0].Trim();
            var verdict = judge.OfCookie(name);
            _cookies.TryAdd(name, new FoundCookie(
                name, verdict.Kind == VerdictKind.Unclassified ? null : verdict.Purpose, verdict.Tracker?.Name, page.Address.AbsolutePath));
        }
    }

    /// <param name="Name">Its name.</param>
    /// <param name="Purpose">What it is for; null when nobody knows.</param>
    /// <param name="Tracker">Whose it is.</param>
    /// <param name="SetBy">The path of the response that set it.</param>
    public sealed record FoundCookie(string Name, Purpose? Purpose, string? Tracker, string SetBy);
}
