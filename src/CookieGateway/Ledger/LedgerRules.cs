using CookieGateway.Sites;

namespace CookieGateway.Ledger;

/// <summary>A site's rules for its records; the defaults for records of a site that the configuration no longer has.</summary>
internal static class LedgerRules
{
    private static readonly ConsentRules Orphaned = new()
    {
        Term = TimeSpan.FromDays(180),
        Gpc = default,
        Dnt = default,
        IpStorage = IpStorage.Full,
        IpRetention = TimeSpan.FromDays(365),
        RecordRetention = TimeSpan.FromDays(1095),
        ConsentMode = ConsentMode.Basic,
        AskAgainAfter = null,
    };

    /// <summary>Revoked visitors are remembered as long as a browser may keep a cookie (RFC 6265bis, section 5.5: 400 days).</summary>
    public static TimeSpan RevocationsKept { get; } = TimeSpan.FromDays(400);

    public static ConsentRules Of(SiteCatalog sites, string siteId) =>
        sites.TryGet(siteId, out var site) ? site.Consent : Orphaned;
}
