using System.Collections.Concurrent;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Response;

/// <summary>What the rewriting of one page saw: bounded, in memory, for the counters and the inventory.</summary>
public sealed class PageFindings
{
    // A page with more distinct finds than this has told all that the inventory needs.
    private const int Most = 256;

    private static readonly ConcurrentBag<HashSet<PageFinding>> Idle = [];

    // Lent by the pages before; null until there is something to note.
    private HashSet<PageFinding>? _all;

    /// <summary>How many tags were held.</summary>
    public int Held { get; private set; }

    /// <summary>The language in which the banner was put in; null when none was.</summary>
    public string? Language { get; set; }

    public IReadOnlyCollection<PageFinding> All => _all ?? (IReadOnlyCollection<PageFinding>)[];

    /// <summary>Notes a third party that the page names, held or not.</summary>
    public void Add(string host, RequestKind kind, Verdict verdict, bool held)
    {
        Held += held ? 1 : 0;
        _all ??= Idle.TryTake(out var idle) ? idle : new HashSet<PageFinding>(Most);
        if (_all.Count < Most)
        {
            _all.Add(new PageFinding(host, kind, verdict, held));
        }
    }

    /// <summary>Forgets all of it, once it has been counted; what it took serves another page.</summary>
    public void Clear()
    {
        Held = 0;
        Language = null;
        if (_all is { } all)
        {
            _all = null;
            all.Clear();
            Idle.Add(all);
        }
    }
}
