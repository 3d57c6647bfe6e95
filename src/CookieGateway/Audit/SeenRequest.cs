using CookieGateway.Consent.Trackers;

namespace CookieGateway.Audit;

/// <summary>One request that a page would make.</summary>
/// <param name="Host">Where it goes; empty for code in the page.</param>
/// <param name="Vector">By what: the element, or <c>inline</c>.</param>
/// <param name="Page">The path of the page.</param>
/// <param name="Kind">What is known of it.</param>
/// <param name="Tracker">Whose it is; null when it is nobody's in the catalog.</param>
internal sealed record SeenRequest(string Host, string Vector, string Page, VerdictKind Kind, Tracker? Tracker);
