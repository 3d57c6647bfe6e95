namespace CookieGateway.Sites;

/// <summary>How long an answer holds, what counts as one, and what is kept of it.</summary>
public sealed record ConsentRules
{
    public required TimeSpan Term { get; init; }

    /// <summary>What <c>Sec-GPC: 1</c> means here.</summary>
    public required SignalMeaning Gpc { get; init; }

    /// <summary>What <c>DNT: 1</c> means here.</summary>
    public required SignalMeaning Dnt { get; init; }

    /// <summary>How Google's tags are served.</summary>
    public required ConsentMode ConsentMode { get; init; }

    public required IpStorage IpStorage { get; init; }

    /// <summary>After this time the IP address is removed from a record.</summary>
    public required TimeSpan IpRetention { get; init; }

    /// <summary>After this time the record itself is removed.</summary>
    public required TimeSpan RecordRetention { get; init; }

    /// <summary>Answers from before this moment are asked for again; null when all count.</summary>
    public required DateTimeOffset? AskAgainAfter { get; init; }
}
