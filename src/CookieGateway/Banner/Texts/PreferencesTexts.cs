namespace CookieGateway.Banner.Texts;

/// <summary>The second layer.</summary>
public sealed record PreferencesTexts
{
    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string Saved { get; init; }

    public required string Signal { get; init; }

    public required string AlwaysOn { get; init; }

    public required string Own { get; init; }

    public required string Allow { get; init; }

    public required string Recipients { get; init; }

    public required string Newcomer { get; init; }

    public required string NoRecipients { get; init; }

    public required string Recipient { get; init; }

    public required string Country { get; init; }

    public required string Does { get; init; }

    public required string Cookies { get; init; }

    public required string NoCookies { get; init; }

    public required string Embeds { get; init; }

    public required string Save { get; init; }

    public required string Back { get; init; }

    public required string Close { get; init; }
}
