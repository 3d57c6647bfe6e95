using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Response;

/// <summary>A third party in a page.</summary>
/// <param name="Host">In lower case; empty for an address on the site's own host and for inline code.</param>
/// <param name="Kind">By what the page asks for it.</param>
/// <param name="Verdict">What is known of it.</param>
/// <param name="Held">Whether it was held for this visitor.</param>
public readonly record struct PageFinding(string Host, RequestKind Kind, Verdict Verdict, bool Held);
