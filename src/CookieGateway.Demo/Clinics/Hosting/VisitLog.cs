using System.Collections.Concurrent;

namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>The last requests that a clinic's server was asked, oldest first.</summary>
internal sealed class VisitLog
{
    private const int Kept = 5_000;

    private readonly ConcurrentQueue<OriginVisit> _visits = new();

    public IReadOnlyList<OriginVisit> All => [.. _visits];

    public void Add(OriginVisit visit)
    {
        _visits.Enqueue(visit);
        while (_visits.Count > Kept)
        {
            _visits.TryDequeue(out _);
        }
    }
}
