using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Proxying.Response;

/// <summary>Browsers' own advertising features: a page and its frames may use them only where marketing is granted.</summary>
internal static class AdPermissions
{
    private const string None =
        "attribution-reporting=(), browsing-topics=(), join-ad-interest-group=(), run-ad-auction=(), shared-storage=(), private-aggregation=()";

    // An origin takes part in them by headers too.
    private static readonly string[] Invitations =
    [
        "Observe-Browsing-Topics", "Attribution-Reporting-Register-Source", "Attribution-Reporting-Register-Trigger",
        "Shared-Storage-Write", "Ad-Auction-Signals",
    ];

    public static void Restrict(IHeaderDictionary headers, VisitorConsent consent)
    {
        if (consent.Permits(Purpose.Marketing))
        {
            return;
        }

        foreach (var name in Invitations)
        {
            headers.Remove(name);
        }

        // Several headers are one dictionary, in which the last of a key wins (RFC 8941, 3.2): what stands behind can take back, not add.
        headers.Append("Permissions-Policy", None);
    }
}
