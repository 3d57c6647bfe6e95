using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Response;

/// <summary>What the rewriting of one page saw: bounded, in memory, for the counters and the inventory.</summary>
public sealed class PageFindings
{
    // A page with more distinct finds than this has told all that the inventory needs.
    private const int Most = 256;

    private readonly HashSet<PageFinding> _all = [];

    /// <summary>How many tags were held.</summary>
    public int Held { get; private set; }

    /// <summary>The language in which the banner was put in; null when none was.</summary>
    public string? Language { get; set; }

    public IReadOnlyCollection<PageFinding> All => _all;

    /// <summary>Notes a third party that the page names, held or not.</summary>
    public void Add(string host, RequestKind kind, Verdict verdict, bool held)
    {
        Held += held ? 1 : 0;
        if (_all.Count < Most)
        {
            _all.Add(new PageFinding(host, kind, verdict, held));
        }
    }
}
