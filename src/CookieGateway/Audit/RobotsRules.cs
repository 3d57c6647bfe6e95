using System.Globalization;
using System.Text;

namespace CookieGateway.Audit;

/// <summary>What a site's <c>robots.txt</c> asks of every robot: paths to leave alone, and a pause. RFC 9309, without its wildcards' finer points.</summary>
internal sealed class RobotsRules
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly List<string> _disallowed = [];
    private readonly List<string> _allowed = [];

    public static RobotsRules None { get; } = new();

    public TimeSpan Pause { get; private set; }

    public static RobotsRules Read(byte[] text)
    {
        var rules = new RobotsRules();
        var (forAll, inGroup) = (false, false);
        foreach (var line in Encoding.UTF8.GetString(text).Split('\n'))
        {
            if (line.Split('#')[0].Split(':', 2) is not [var name, var value])
            {
                continue;
            }

            (name, value) = (name.Trim().ToLowerInvariant(), value.Trim());
            if (name == "user-agent")
            {
                // Several names in a row share what follows.
                forAll = value == "*" || (forAll && !inGroup);
                inGroup = false;
                continue;
            }

            inGroup = true;
            if (forAll)
            {
                rules.Add(name, value);
            }
        }

        return rules;
    }

    /// <summary>The longest rule that begins the path decides.</summary>
    public bool Permits(string path) => Longest(_allowed, path) >= Longest(_disallowed, path);

    private static int Longest(List<string> rules, string path) =>
        rules.Where(rule => path.StartsWith(rule, StringComparison.Ordinal)).Select(rule => rule.Length).DefaultIfEmpty(0).Max();

    private void Add(string name, string value)
    {
        if (name == "disallow" && value.Length > 0)
        {
            _disallowed.Add(value.Split('*', '$')[0]);
        }
        else if (name == "allow" && value.Length > 0)
        {
            _allowed.Add(value.Split('*', '$')[0]);
        }
        else if (name == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
        {
            Pause = TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds));
        }
    }
}
