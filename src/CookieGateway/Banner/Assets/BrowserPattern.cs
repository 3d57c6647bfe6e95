using System.Text.RegularExpressions;

namespace CookieGateway.Banner.Assets;

/// <summary>
/// A pattern of the catalog as a regular expression of JavaScript: <c>*</c> any characters, <c>^</c> a separator or the end, bars for
/// the address's beginning and end. The server's own reading of the same patterns is UrlPattern.
/// </summary>
internal static partial class BrowserPattern
{
    public static string Of(string pattern) => Special().Replace(pattern, one => one.Value switch
    {
        "*" => ".*",
        "^" => "([^\\w.%-]|$)",
        "||" => "^//(.+\\.)?",
        "|" => one.Index == 0 ? "^" : "$",
        var character => "\\" + character,
    });

    [GeneratedRegex(@"\|\||[*^|.+?$()\[\]{}\\]")]
    private static partial Regex Special();
}
