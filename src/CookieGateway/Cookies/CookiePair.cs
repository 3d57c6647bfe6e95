namespace CookieGateway.Cookies;

/// <summary>A cookie as a request brings it. Text is Latin-1: one character a byte, so that nothing is lost on the way.</summary>
public readonly ref struct CookiePair(ReadOnlySpan<char> name, ReadOnlySpan<char> value, ReadOnlySpan<char> whole)
{
    public ReadOnlySpan<char> Name { get; } = name;

    public ReadOnlySpan<char> Value { get; } = value;

    /// <summary>Name, equals sign and value as they stood there.</summary>
    public ReadOnlySpan<char> Whole { get; } = whole;
}
