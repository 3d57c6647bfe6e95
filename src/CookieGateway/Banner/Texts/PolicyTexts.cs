namespace CookieGateway.Banner.Texts;

/// <summary>The archive of the operator's policies.</summary>
public sealed record PolicyTexts
{
    public required string Title { get; init; }

    public required string Version { get; init; }

    public required string Published { get; init; }

    public required string InForce { get; init; }

    public required string State { get; init; }

    public required string Current { get; init; }

    public required string Upcoming { get; init; }

    public required string Past { get; init; }

    public required string None { get; init; }

    public required string NoText { get; init; }

    public required string Read { get; init; }
}
