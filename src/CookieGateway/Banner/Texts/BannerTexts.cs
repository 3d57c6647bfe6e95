namespace CookieGateway.Banner.Texts;

/// <summary>The first layer and the small permanent button.</summary>
public sealed record BannerTexts
{
    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string Operator { get; init; }

    public required string Recipients { get; init; }

    public required string RecipientsUnknown { get; init; }

    public required string Cookieless { get; init; }

    public required string Term { get; init; }

    public required string Details { get; init; }

    public required string Policy { get; init; }

    public required string Accept { get; init; }

    public required string Refuse { get; init; }

    public required string Choose { get; init; }

    public required string Settings { get; init; }

    public required string Withdraw { get; init; }
}
