namespace CookieGateway.Audit;

/// <summary>What <c>audit</c> was asked to do.</summary>
public sealed record AuditOptions
{
    public required Uri Start { get; init; }

    /// <summary>How many pages are read, the first included.</summary>
    public int Pages { get; init; } = 12;

    /// <summary>Loopback, private and link-local addresses may be asked: for a site that is not on the network yet.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>JSON for machines instead of a report for people.</summary>
    public bool Json { get; init; }

    /// <summary>Between two requests to the same server.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);
}
