using System.Text;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>
/// The names that a script puts into the window: what its top level declares, and what it assigns as a member of the window. While the
/// script is held, other code of the page may lean on them.
/// </summary>
public static class ScriptGlobals
{
    private const int Most = 64;

    // Shorter names are variables of a snippet's own, which nobody else asks for.
    private const int Shortest = 3;
    private const int Longest = 40;

    private static readonly ScriptWords Declarations = ScriptWords.Of("var let const function class");
    private static readonly ScriptWords Window = ScriptWords.Of("window self globalThis");

    /// <summary>The names with spaces between them, each once, without those that the catalog's stubs stand for.</summary>
    public static string Of(ReadOnlySpan<byte> code, TrackerJudge judge)
    {
        ArgumentNullException.ThrowIfNull(judge);
        var names = new List<string>();
        var token = new ScriptLexer(code);
        var depth = 0;
        var isDeclared = false;
        var afterWindow = 0;
        while (names.Count < Most && token.Read())
        {
            if (token.Kind != TokenKind.Name)
            {
                afterWindow = afterWindow == 1 && token.Mark == (byte)'.' ? 2 : 0;
                isDeclared = isDeclared && depth == 0 && token.Mark == (byte)'*';
                depth = token.Depth;
                continue;
            }

            if (((isDeclared && depth == 0) || (afterWindow == 2 && IsAssigned(token))) && IsGlobalName(token.Text) && judge.Calls.Find(token.Text, default) is null)
            {
                Add(names, token.Text);
            }

            isDeclared = depth == 0 && Declarations.Contains(token.Text);
            afterWindow = token.MarkBefore != (byte)'.' && Window.Contains(token.Text) ? 1 : 0;
        }

        return string.Join(' ', names);
    }

    // The lexer is a value: a copy reads ahead and leaves the original where it is.
    private static bool IsAssigned(in ScriptLexer token)
    {
        var ahead = token;
        return ahead.Read() && ahead.Mark == (byte)'=' && ahead.Read() && ahead.Mark is not ((byte)'=' or (byte)'>');
    }

    private static bool IsGlobalName(ReadOnlySpan<byte> name) =>
        name.Length is >= Shortest and <= Longest && Ascii.IsValid(name) && !Window.Contains(name);

    private static void Add(List<string> names, ReadOnlySpan<byte> name)
    {
        var text = Encoding.ASCII.GetString(name);
        if (!names.Contains(text))
        {
            names.Add(text);
        }
    }
}
