namespace CookieGateway.Banner.Texts;

/// <summary>The list of what a site sets and who receives data.</summary>
public sealed record DeclarationTexts
{
    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string Unclassified { get; init; }

    public required string UnclassifiedText { get; init; }

    public required string Cookie { get; init; }

    public required string Lifetime { get; init; }

    public required string Session { get; init; }

    public required string Minutes { get; init; }

    public required string Hours { get; init; }

    public required string Days { get; init; }

    public required string Months { get; init; }

    public required string Years { get; init; }
}
