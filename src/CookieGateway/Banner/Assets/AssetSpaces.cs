using System.Text;

namespace CookieGateway.Banner.Assets;

/// <summary>
/// Leaves out the spaces beside punctuation, the line ends where no statement can end, and parentheses around a lone parameter; all of it is for
/// those who read the repository. Strings, templates and regular expressions stay as they are. A line of code must not end in a comment.
/// </summary>
internal static class AssetSpaces
{
    // Not the slash: two of them side by side mean something else.
    private const string Marks = "=(){}[]?:,;<>|&!+-";

    // Nor may two of these come together: "a + +b" would add nothing.
    private const string Signs = "+-";

    // No statement ends behind one of the first, and none begins with one of the others.
    private const string GoesOn = "{,([;=:?&|>";
    private const string Continues = ")}],?:&|.";

    // A slash after one of these cannot divide, so it begins a regular expression.
    private const string BeforeExpression = "=(,:[!&|?{};>\n";

    public static string Tighten(string code)
    {
        var output = new StringBuilder(code.Length);
        for (var at = 0; at < code.Length;)
        {
            var end = LiteralEnd(code, at, output);
            if (end == at && (code[at] == ' ' ? IsNeedless(output, code, at, Marks, Marks) : code[at] == '\n' && IsNeedless(output, code, at, GoesOn, Continues)))
            {
                at++;
                continue;
            }

            if (end == at && LoneParameter(code, at, output) is var parameter && !parameter.IsEmpty)
            {
                output.Append(parameter);
                at += parameter.Length + 2;
                continue;
            }

            output.Append(code, at, Math.Max(end - at, 1));
            at = Math.Max(end, at + 1);
        }

        return output.ToString();
    }

    /// <summary>In a style sheet a space before a mark may stand between two selectors; one behind it never does.</summary>
    public static string TightenSheet(string css) => css
        .Replace(": ", ":", StringComparison.Ordinal)
        .Replace("; ", ";", StringComparison.Ordinal)
        .Replace(", ", ",", StringComparison.Ordinal)
        .Replace("{ ", "{", StringComparison.Ordinal)
        .Replace(" {", "{", StringComparison.Ordinal)
        .Replace(" }", "}", StringComparison.Ordinal);

    private static bool IsNeedless(StringBuilder before, string code, int space, string behind, string ahead) =>
        space + 1 < code.Length && before.Length > 0 && Signs.Contains(before[^1]) && Signs.Contains(code[space + 1])
            ? false
            : (before.Length > 0 && behind.Contains(before[^1])) || (space + 1 < code.Length && ahead.Contains(code[space + 1]));

    /// <summary>The name in <c>(name) =></c>, which needs no parentheses; empty where it is anything else, as behind the word "async".</summary>
    private static ReadOnlySpan<char> LoneParameter(string code, int open, StringBuilder before)
    {
        if (code[open] != '(' || (before.Length > 0 && IsOfName(before[^1])))
        {
            return default;
        }

        var end = open + 1;
        while (end < code.Length && IsOfName(code[end]))
        {
            end++;
        }

        return code.AsSpan(end).StartsWith(")", StringComparison.Ordinal) && code.AsSpan(end + 1).TrimStart(' ').StartsWith("=>", StringComparison.Ordinal)
            ? code.AsSpan(open + 1, end - open - 1)
            : default;
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '$';

    private static int LiteralEnd(string code, int at, StringBuilder before) => code[at] switch
    {
        '\'' or '"' => Closing(code, at, code[at]),
        '`' => TemplateEnd(code, at),
        '/' when before.Length == 0 || BeforeExpression.Contains(before[^1]) => ExpressionEnd(code, at),
        _ => at,
    };

    private static int Closing(string code, int open, char quote)
    {
        var at = open + 1;
        while (at < code.Length && code[at] != quote)
        {
            at += code[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, code.Length);
    }

    private static int TemplateEnd(string code, int open)
    {
        var depth = 0;
        for (var at = open + 1; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '\\':
                    at++;
                    break;
                case '{' when depth > 0 || code[at - 1] == '$':
                    depth++;
                    break;
                case '}' when depth > 0:
                    depth--;
                    break;
                case '`' when depth == 0:
                    return at + 1;
                case '`':
                    at = TemplateEnd(code, at) - 1;
                    break;
            }
        }

        return code.Length;
    }

    private static int ExpressionEnd(string code, int open)
    {
        var inClass = false;
        for (var at = open + 1; at < code.Length && code[at] != '\n'; at++)
        {
            switch (code[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    return at + 1;
            }
        }

        return open;
    }
}
