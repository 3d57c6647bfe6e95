using System.Globalization;

namespace CookieGateway.Tests.Corpus;

/// <summary>How many of some things came out as they should, by group.</summary>
internal sealed class Score(string what)
{
    private readonly Dictionary<string, (int Right, int All)> _groups = new(StringComparer.Ordinal);

    public List<string> Wrong { get; } = [];

    public int All => _groups.Values.Sum(group => group.All);

    public double Share => All == 0 ? 1 : _groups.Values.Sum(group => group.Right) / (double)All;

    public void Add(string group, bool right, string description)
    {
        var (before, all) = _groups.GetValueOrDefault(group);
        _groups[group] = (before + (right ? 1 : 0), all + 1);
        if (!right)
        {
            Wrong.Add(description);
        }
    }

    public override string ToString() => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"{what}: {Share:P3} of {All}"),
        .. _groups.OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"  {group.Value.Right,5} of {group.Value.All,5}  {group.Key}")),
        .. Wrong.Select(wrong => "  wrong: " + wrong),
    ]);
}
