using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>Which trackers a site is known to carry, in a fixed order. Traffic shows it; a site that nobody has visited has none.</summary>
public delegate IReadOnlyList<Tracker> SeenTrackers(Site site);
