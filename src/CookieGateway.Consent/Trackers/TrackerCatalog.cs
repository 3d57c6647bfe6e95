using System.Collections.Frozen;
using CookieGateway.Consent.Trackers.Catalog;

namespace CookieGateway.Consent.Trackers;

/// <summary>All known trackers, and the third parties that are known to be necessary: one immutable snapshot.</summary>
public sealed class TrackerCatalog
{
    private static readonly Lazy<TrackerCatalog> ReadOnce = new(() => new TrackerCatalog(CatalogReader.ReadBuiltIn()));
    private readonly FrozenDictionary<string, Tracker> _byId;

    /// <summary>A catalog of the given trackers, whose ids must be unique.</summary>
    public TrackerCatalog(IEnumerable<Tracker> trackers)
    {
        Trackers = [.. trackers.OrderBy(tracker => tracker.Id, StringComparer.Ordinal)];
        _byId = Trackers.ToFrozenDictionary(tracker => tracker.Id, StringComparer.Ordinal);
    }

    /// <summary>The catalog that the product ships.</summary>
    public static TrackerCatalog BuiltIn => ReadOnce.Value;

    /// <summary>Every tracker, ordered by id.</summary>
    public IReadOnlyList<Tracker> Trackers { get; }

    /// <summary>The tracker of an id; null when there is none.</summary>
    public Tracker? Find(string id) => _byId.GetValueOrDefault(id);
}
