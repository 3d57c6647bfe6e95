using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>
/// Those of <see cref="SeenTrackers"/> that visitors are asked for when they are new: what the site itself sent after the day on which it
/// became known, or what its configuration declares. What only a request or a report speaks of is named in notices, but anybody could make all visitors be asked again by sending one.
/// </summary>
public delegate IReadOnlyList<Tracker> CarriedTrackers(Site site);
