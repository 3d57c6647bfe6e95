using System.Globalization;
using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;

namespace CookieGateway.Proxying.Request;

/// <summary>
/// The header <c>X-Consent</c>, which tells a site's own back end what the visitor has granted:
/// <c>v=1; site=clinic; state=granted; purposes=analytics; at=1700000000; sig=…</c>. The signature is base64url of HMAC-SHA-256 over
/// what stands before <c>; sig=</c>, under the key that HKDF derives from the signing key for <see cref="Use"/>.
/// </summary>
internal sealed class ConsentHeader(ConsentTokens tokens, TimeProvider time)
{
    public const string Name = "X-Consent";

    /// <summary>What the key is derived for.</summary>
    public const string Use = "x-consent";

    public string For(Site site, VisitorConsent consent)
    {
        var at = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var text = $"v=1; site={site.Id}; state={StateOf(consent)}; purposes={consent.Purposes}; at={at}";
        return $"{text}; sig={tokens.Vouch(Use, text)}";
    }

    private static string StateOf(VisitorConsent consent) =>
        !consent.Purposes.IsNecessaryOnly ? "granted" : consent.IsUndecided ? "undecided" : "refused";
}
