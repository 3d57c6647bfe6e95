namespace CookieGateway.Banner.Texts;

/// <summary>The first layer that asks only for what has come since the last answer.</summary>
public sealed record AgainTexts
{
    public required string Title { get; init; }

    public required string Recipients { get; init; }

    public required string Purposes { get; init; }

    public required string Earlier { get; init; }

    public required string Accept { get; init; }

    public required string Refuse { get; init; }
}
