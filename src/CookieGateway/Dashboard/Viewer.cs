using System.Security.Claims;
using CookieGateway.Dashboard.Members;

namespace CookieGateway.Dashboard;

/// <summary>The member who looks at a page, and what may be shown. Without a signed-in member nothing may.</summary>
public sealed record Viewer
{
    public const string StampClaim = "stamp";
    public const string SessionClaim = "session";
    private const string SiteClaim = "site";

    private readonly HashSet<string>? _sites;

    private Viewer(string name, MemberRole role, HashSet<string>? sites) => (Name, Role, _sites) = (name, role, sites);

    public string Name { get; }

    public MemberRole Role { get; }

    public bool SeesRecords => Role >= MemberRole.Officer;

    public bool SeesMembers => Role >= MemberRole.Administrator;

    public bool Sees(string siteId) => _sites?.Contains(siteId) ?? true;

    public static Viewer? Of(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true, Name: { } name }
            || !Enum.TryParse<MemberRole>(principal.FindFirstValue(ClaimTypes.Role), out var role))
        {
            return null;
        }

        // One claim for each site, or the one that says all: a ticket that lost its claims shows nothing.
        var sites = principal.FindAll(SiteClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return new Viewer(name, role, sites.Contains("*") ? null : sites);
    }

    public static ClaimsIdentity IdentityOf(Member member, string session, string scheme)
    {
        IEnumerable<string> sites = member.Sites.Count == 0 ? ["*"] : member.Sites;
        return new ClaimsIdentity(
            [
                new(ClaimTypes.Name, member.Name),
                new(ClaimTypes.Role, member.Role.ToString()),
                new(StampClaim, member.Stamp),
                new(SessionClaim, session),
                .. sites.Select(site => new Claim(SiteClaim, site)),
            ],
            scheme);
    }
}
