using System.Globalization;
using System.Text.RegularExpressions;
using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Conformance;

/// <summary>
/// A line of a case file: <c>input → tags</c>. In both, <c>\n \r \t \f \0 \\ \u0000</c> stand for characters. Tags are written
/// <c>&lt;name attribute="decoded value"&gt;</c>, the first of equal attributes only, with a space between two tags.
/// </summary>
public sealed partial record ConformanceCase(string Group, int Line, string Input, string Tags)
{
    private const string Arrow = " → ";

    public static IReadOnlyList<ConformanceCase> All { get; } =
        [.. Directory.GetFiles(Folders.Cases, "*.txt").Order().SelectMany(Read)];

    public static IEnumerable<string> Groups => All.Select(one => one.Group).Distinct();

    public static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)
        .Replace("\r", @"\r", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal)
        .Replace("\f", @"\f", StringComparison.Ordinal).Replace("\0", @"\0", StringComparison.Ordinal);

    public override string ToString() => $"{Group}.txt:{Line} {Escape(Input)}";

    private static IEnumerable<ConformanceCase> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && !lines[i].StartsWith('#'))
            {
                var arrow = lines[i].LastIndexOf(Arrow.TrimEnd(), StringComparison.Ordinal);
                yield return new ConformanceCase(
                    Path.GetFileNameWithoutExtension(file), i + 1, Unescape(lines[i][..arrow]), Unescape(lines[i][(arrow + 2)..].TrimStart()));
            }
        }
    }

    private static string Unescape(string text) => EscapeSequence().Replace(text, match => match.Value[1] switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'f' => "\f",
        '0' => "\0",
        'u' => ((char)int.Parse(match.Value[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        _ => @"\",
    });

    [GeneratedRegex(@"\\(u[0-9A-Fa-f]{4}|[nrtf0\\])")]
    private static partial Regex EscapeSequence();
}
