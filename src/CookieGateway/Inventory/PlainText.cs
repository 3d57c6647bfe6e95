using System.Text;

namespace CookieGateway.Inventory;

/// <summary>
/// Makes names that come from traffic fit to be kept: short, printable, and without what may stand for a person. Many platforms write an
/// id into names and paths (<c>wordpress_logged_in_3f2a…</c>, <c>/lk/patient/1048576</c>), so long runs of hexadecimal digits become a star.
/// </summary>
internal static class PlainText
{
    private const int LongestName = 100;
    private const int LongestPath = 160;

    // A year, a date and a version stay readable; a number of a person, an order or a hash does not.
    private const int LongestRun = 5;

    public static string Name(string name) => WithoutIds(name, LongestName);

    public static string? Path(string? path) => path is null ? null : WithoutIds(path.Split('?', '#')[0], LongestPath);

    public static string Host(string host) => WithoutIds(host, LongestName, keepRuns: true).ToLowerInvariant();

    public static string Word(string word) =>
        word is { Length: > 0 and <= 24 } && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? word : "other";

    private static string WithoutIds(string text, int longest, bool keepRuns = false)
    {
        var plain = new StringBuilder(Math.Min(text.Length, longest));
        for (var at = 0; at < text.Length && plain.Length < longest;)
        {
            var run = at;
            while (run < text.Length && char.IsAsciiHexDigit(text[run]))
            {
                run++;
            }

            // "feedback" begins with hexadecimal letters; only a run with a digit in it is an id.
            if (run - at > LongestRun && !keepRuns && text.AsSpan(at, run - at).ContainsAnyInRange('0', '9'))
            {
                plain.Append('*');
            }
            else if (run > at)
            {
                plain.Append(text, at, Math.Min(run - at, longest - plain.Length));
            }
            else
            {
                plain.Append(char.IsControl(text[at]) ? '·' : text[at]);
                run = at + 1;
            }

            at = run;
        }

        return plain.ToString();
    }
}
