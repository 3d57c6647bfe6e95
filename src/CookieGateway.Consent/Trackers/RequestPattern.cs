namespace CookieGateway.Consent.Trackers;

/// <summary>Requests by host, and where the host alone does not tell, by path and kind.</summary>
public sealed record RequestPattern
{
    /// <summary>
    /// The host, which stands for its subdomains too: lower case, without a port. A last label of <c>*</c> stands for any
    /// top-level domain (<c>adservice.google.*</c>).
    /// </summary>
    public required string Host { get; init; }

    /// <summary>
    /// How the path and query begin: lower case, <c>*</c> for any characters, <c>^</c> for a separator, a last <c>|</c> for the
    /// end. Empty = every path.
    /// </summary>
    public string Path { get; init; } = "";

    /// <summary>The kinds it is limited to.</summary>
    public RequestKinds Kinds { get; init; } = RequestKinds.All;

    /// <summary>The pattern as the data files write it.</summary>
    public override string ToString() => Host + Path;
}
