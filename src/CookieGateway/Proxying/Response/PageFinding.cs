using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Response;

/// <summary>A third party in a page.</summary>
/// <param name="Host">In lower case; empty for an address on the site's own host and for inline code.</param>
/// <param name="Kind">By what the page asks for it.</param>
/// <param name="Verdict">What is known of it.</param>
/// <param name="Held">Whether it was held for this visitor.</param>
public readonly record struct PageFinding(string Host, RequestKind Kind, Verdict Verdict, bool Held)
{
    public bool Equals(PageFinding other) =>
        Kind == other.Kind && Held == other.Held && Verdict == other.Verdict && string.Equals(Host, other.Host, StringComparison.Ordinal);

    // A page has hundreds of them and the same ones again and again: length and a few letters tell its hosts apart well enough.
    public override int GetHashCode() => Verdict.GetHashCode() + (int)Kind
        + (Host.Length == 0 ? 0 : (((((Host.Length * 31) + Host[0]) * 31) + Host[Host.Length / 2]) * 31) + Host[Host.Length / 4]);
}
