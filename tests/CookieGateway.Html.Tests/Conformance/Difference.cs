using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Conformance;

/// <summary>A case in which AngleSharp or the rewriter departs from the standard, with what it sees instead, and why.</summary>
internal sealed record Difference(string Who, string Input, string Tags, string Reason)
{
    public const string AngleSharp = "AngleSharp";
    public const string Rewriter = "rewriter";

    private static readonly ILookup<(string, string), Difference> All = File
        .ReadAllLines(Path.Combine(Folders.Tests, "Conformance", "differences.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(Parse)
        .ToLookup(difference => (difference.Who, difference.Input));

    /// <summary>The tags that a reader is to see: the standard's, or those of its listed departure.</summary>
    public static string Expected(string who, ConformanceCase one) =>
        All[(who, ConformanceCase.Escape(one.Input))].FirstOrDefault()?.Tags ?? ConformanceCase.Escape(one.Tags);

    public static IEnumerable<string> WithoutCase() => All
        .Select(group => group.Key.Item2)
        .Except(ConformanceCase.All.Select(one => ConformanceCase.Escape(one.Input)));

    private static Difference Parse(string line)
    {
        var parts = line.Split(" | ");
        var arrow = parts[1].LastIndexOf(" → ", StringComparison.Ordinal);
        return new Difference(parts[0], parts[1][..arrow], parts[1][(arrow + 3)..], parts[2]);
    }
}
