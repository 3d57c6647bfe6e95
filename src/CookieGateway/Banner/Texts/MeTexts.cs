namespace CookieGateway.Banner.Texts;

/// <summary>A visitor's own records.</summary>
public sealed record MeTexts
{
    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string None { get; init; }

    public required string Unavailable { get; init; }

    public required string Event { get; init; }

    public required string Given { get; init; }

    public required string Refused { get; init; }

    public required string Withdrawn { get; init; }

    public required string Download { get; init; }

    public required string Erase { get; init; }

    public required string EraseText { get; init; }

    public required string Erased { get; init; }
}
