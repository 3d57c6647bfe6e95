using System.Security.Cryptography;
using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// Names what a rewritten page depends on beside the origin's own page: a short hash in its entity tag. A tag of another variant is
/// no match, so a visitor who has answered, a changed configuration and a new version of the gateway all get a fresh page.
/// </summary>
internal readonly record struct PageVariant
{
    private const int HashBytes = 6;

    // Every build has another one: what the gateway inserts may have changed with it.
    private static readonly string Build = typeof(PageVariant).Module.ModuleVersionId.ToString("N");

    private PageVariant(string name) => Name = name;

    public string Name { get; }

    public static PageVariant Of(Site site, VisitorConsent consent, BannerSettings banner, string acceptLanguage)
    {
        var facts = string.Join('\n',
            Build,
            site.Id,
            site.Revision,
            banner.Name,
            consent.Purposes.Bits,
            string.Join(',', consent.Decision?.Trackers ?? []),
            consent.MustAsk,
            string.Join(',', consent.Newcomers.Held.Select(RecipientPrints.NameOf)),
            string.Join(',', consent.Newcomers.Asked.Select(tracker => tracker.Id)),
            consent.RefusedBySignal,
            acceptLanguage);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(facts), hash);
        return new PageVariant(Convert.ToHexStringLower(hash[..HashBytes]));
    }
}
