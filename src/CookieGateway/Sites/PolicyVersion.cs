namespace CookieGateway.Sites;

/// <summary>One edition of a policy. A decision names the version in force when it was taken.</summary>
public sealed record PolicyVersion
{
    public required string Version { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>From this moment it counts, and visitors who answered under an earlier one are asked again.</summary>
    public required DateTimeOffset InForce { get; init; }

    /// <summary>The whole text, in Markdown, by language; empty where the site's own page is the only copy.</summary>
    public required TextByLanguage Text { get; init; }
}
