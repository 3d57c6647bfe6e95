namespace CookieGateway.Dashboard.Members;

/// <summary>What a member may see; each role sees what the ones before it see.</summary>
public enum MemberRole
{
    /// <summary>Rates, inventory and the state of the sites; never an IP address or a visitor's id.</summary>
    Marketer = 0,

    /// <summary>Also the records: answers the requests of visitors and of the regulator.</summary>
    Officer = 1,

    /// <summary>Also the members.</summary>
    Administrator = 2,
}
