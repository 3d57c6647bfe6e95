namespace CookieGateway.BrowserTests.Support;

/// <summary>What a visitor's browser is like.</summary>
public sealed record VisitorTraits
{
    public bool JavaScript { get; init; } = true;

    public string Language { get; init; } = "ru-RU";

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;
}
