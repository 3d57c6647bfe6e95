namespace CookieGateway.Banner.Texts;

/// <summary>What stands where an embed is held.</summary>
public sealed record PlaceholderTexts
{
    public required string Text { get; init; }

    public required string TextUnknown { get; init; }

    public required string Once { get; init; }

    public required string Always { get; init; }

    public required string Open { get; init; }
}
