namespace CookieGateway.Sites;

/// <summary>The configuration cannot be used. Holds every mistake in it, as sentences for the operator.</summary>
public sealed class ConfigurationMistakesException(IReadOnlyList<string> mistakes) : Exception(Describe(mistakes))
{
    public IReadOnlyList<string> Mistakes => mistakes;

    private static string Describe(IReadOnlyList<string> mistakes) =>
        string.Join(Environment.NewLine, mistakes.Select(mistake => $"  - {mistake}"));
}
