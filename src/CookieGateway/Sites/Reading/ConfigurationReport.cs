namespace CookieGateway.Sites.Reading;

/// <summary>What was wrong, and what was doubtful, in one reading of the configuration: all of it, in the order it was found.</summary>
internal sealed class ConfigurationReport
{
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    public void Mistake(string sentence) => _mistakes.Add(sentence);
}
