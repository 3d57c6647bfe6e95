namespace CookieGateway.Banner.Texts;

/// <summary>Everything the gateway says to a visitor, in one language. A file that leaves one out does not load.</summary>
public sealed record NoticeTexts
{
    public required BannerTexts Banner { get; init; }

    public required AgainTexts Again { get; init; }

    public required PurposeTexts Purposes { get; init; }

    public required PlaceholderTexts Placeholder { get; init; }

    public required PreferencesTexts Preferences { get; init; }

    public required LawTexts Law { get; init; }

    public required RecordTexts Record { get; init; }

    public required MeTexts Me { get; init; }

    public required PolicyTexts Policies { get; init; }

    public required DeclarationTexts Declaration { get; init; }

    public required ProblemTexts Problems { get; init; }
}
