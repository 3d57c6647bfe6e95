namespace CookieGateway.Sites;

/// <summary>The operator's privacy policy with all its versions, the latest to come into force first.</summary>
public sealed record Policy
{
    /// <summary>Where the site itself shows it; null when only the gateway's archive does.</summary>
    public required string? Url { get; init; }

    public required IReadOnlyList<PolicyVersion> Versions { get; init; }

    /// <summary>The version that counts at a moment; null when the site names none, or none yet.</summary>
    public PolicyVersion? InForceAt(DateTimeOffset now)
    {
        foreach (var version in Versions)
        {
            if (version.InForce <= now)
            {
                return version;
            }
        }

        return null;
    }
}
