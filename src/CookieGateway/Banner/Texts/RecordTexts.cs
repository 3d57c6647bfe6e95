namespace CookieGateway.Banner.Texts;

/// <summary>The decision in force, as its visitor sees it.</summary>
public sealed record RecordTexts
{
    public required string Title { get; init; }

    public required string None { get; init; }

    public required string Allowed { get; init; }

    public required string Nothing { get; init; }

    public required string At { get; init; }

    public required string Until { get; init; }

    public required string Id { get; init; }

    public required string Visitor { get; init; }

    public required string Policy { get; init; }

    public required string All { get; init; }
}
