using System.Net;

namespace CookieGateway.Audit;

/// <summary>What a server answered.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Status">The status.</param>
/// <param name="IsHtml">The body is a page.</param>
/// <param name="Body">Its bytes, decoded from any compression; empty when it is neither a page nor plain text.</param>
/// <param name="SetCookies">The values of its <c>Set-Cookie</c> headers.</param>
/// <param name="RedirectsTo">Where it sends the browser; null when it does not.</param>
internal sealed record FetchedPage(
    Uri Address,
    HttpStatusCode Status,
    bool IsHtml,
    byte[] Body,
    IReadOnlyList<string> SetCookies,
    Uri? RedirectsTo);
