using CookieGateway.Banner;
using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;

namespace CookieGateway.Proxying.Response;

/// <summary>All that the rewriting of one page has to know of it. Made when the origin's headers are there.</summary>
public sealed class PageContext
{
    public required Site Site { get; init; }

    public required VisitorConsent Consent { get; init; }

    /// <summary>The page's address as the visitor has it: scheme, host with port, path and query, byte for byte as it was asked for.</summary>
    public required PageAddress Address { get; init; }

    /// <summary>The charset of the Content-Type header as the origin wrote it; null when there is none.</summary>
    public string? Charset { get; init; }

    /// <summary>The page is XHTML sent as XML, so that what is inserted must be well formed.</summary>
    public bool IsXml { get; init; }

    /// <summary>
    /// The browser makes a document of the page, in a tab or in a frame, so that it gets the guard. False for what a script fetches.
    /// </summary>
    public bool IsDocument { get; init; } = true;

    /// <summary>
    /// The page is a document of its own. False for what a script fetches or a frame shows: tags are held there as well, but the
    /// banner is the top page's.
    /// </summary>
    public bool IsTopDocument { get; init; } = true;

    /// <summary>The visitor's languages as the header names them; null when it names none.</summary>
    public string? AcceptLanguage { get; init; }

    /// <summary>The nonce of the page's own Content-Security-Policy; null when it has none.</summary>
    public string? CspNonce { get; init; }

    public CspPermissions Csp { get; init; } = CspPermissions.Unrestricted;

    public required PageInsertions Insertions { get; init; }

    /// <summary>What the rewriting found: read when the page is done.</summary>
    public PageFindings Findings { get; } = new();
}
