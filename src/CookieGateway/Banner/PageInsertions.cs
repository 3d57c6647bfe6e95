using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Banner;

/// <summary>What one page gets from the gateway, as ASCII bytes. Made for one request: it knows the page's nonce and the visitor's consent.</summary>
public sealed class PageInsertions
{
    private readonly SiteNotices _notices;
    private readonly VisitorConsent _consent;
    private readonly string? _nonce;
    private readonly CspPermissions _csp;

    internal PageInsertions(SiteNotices notices, VisitorConsent consent, string? nonce, CspPermissions csp)
    {
        _notices = notices;
        _consent = consent;
        _nonce = nonce;
        _csp = csp;
        HeadStart = csp.Scripts ? notices.GuardTag(consent, nonce) : default;
    }

    /// <summary>
    /// To stand first in the head: the guard, which also says what Consent Mode starts from. It is short, because what the page says
    /// of its own encoding must still stand in its first 1024 bytes.
    /// </summary>
    public ReadOnlyMemory<byte> HeadStart { get; }

    /// <summary>The visitor is asked on this page.</summary>
    public bool Asks => _consent.MustAsk;

    /// <summary>To stand first in the body: the banner where the visitor is to be asked, the permanent buttons, their style and script.</summary>
    public ReadOnlyMemory<byte> BodyStart(string language) => _notices.BodyStart(language, _consent, _nonce, _csp);

    /// <summary>
    /// What stands inside a placeholder. <paramref name="tracker"/> is null for a third party that nobody knows, which can be shown once
    /// but not for always; <paramref name="host"/> then says who it is.
    /// </summary>
    /// <param name="language">The page's.</param>
    /// <param name="tracker">What is held.</param>
    /// <param name="host">The host that it comes from.</param>
    /// <param name="scheme">The page's scheme, to stand before an address that has none; empty where it has.</param>
    /// <param name="address">The address as the page has it, in UTF-8.</param>
    public ReadOnlyMemory<byte> Placeholder(string language, Tracker? tracker, string host, string scheme, ReadOnlySpan<byte> address) =>
        _notices.Placeholder(language, tracker, host, scheme, address);

    /// <summary>The notice that a visitor who reads this language sees.</summary>
    public NoticeVersion Notice(string language) => _notices.In(language).Version;
}
