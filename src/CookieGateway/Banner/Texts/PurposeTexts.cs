namespace CookieGateway.Banner.Texts;

/// <summary>What each purpose is called and what it means to a visitor.</summary>
public sealed record PurposeTexts
{
    public required string Necessary { get; init; }

    public required string NecessaryText { get; init; }

    public required string Preferences { get; init; }

    public required string PreferencesText { get; init; }

    public required string Analytics { get; init; }

    public required string AnalyticsText { get; init; }

    public required string Marketing { get; init; }

    public required string MarketingText { get; init; }
}
