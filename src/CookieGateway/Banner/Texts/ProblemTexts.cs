namespace CookieGateway.Banner.Texts;

/// <summary>What is said when a request cannot be answered.</summary>
public sealed record ProblemTexts
{
    public required string Title { get; init; }

    public required string Foreign { get; init; }

    public required string Unclear { get; init; }

    public required string TooLarge { get; init; }

    public required string TooMany { get; init; }

    public required string Unavailable { get; init; }

    public required string NotFound { get; init; }

    public required string Method { get; init; }

    public required string Type { get; init; }

    public required string Retry { get; init; }
}
