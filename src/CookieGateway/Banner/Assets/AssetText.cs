using System.Text;
using System.Text.RegularExpressions;

namespace CookieGateway.Banner.Assets;

/// <summary>
/// A source file as browsers get it: whole-line comments, indentation, empty lines and spaces are for those who read the repository, and the
/// ids and attributes carry the installation's own prefix, so that lists which hide well-known banners need not know ours.
/// No line of a source may therefore begin inside a string; the browser tests would show it.
/// </summary>
internal static partial class AssetText
{
    private const string BuiltInBrand = "cg";

    public static string Read(string name, string brand)
    {
        using var file = typeof(AssetText).Assembly.GetManifestResourceStream($"wwwroot/banner/{name}")
            ?? throw new InvalidOperationException($"The asset wwwroot/banner/{name} is not in the program. The build embeds that folder.");
        using var reader = new StreamReader(file);
        var text = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            var code = line.Trim();
            if (code.Length > 0 && !IsComment(code))
            {
                text.Append(code).Append('\n');
            }
        }

        var tight = name.EndsWith(".css", StringComparison.Ordinal) ? AssetSpaces.TightenSheet(text.ToString()) : AssetSpaces.Tighten(text.ToString());
        return Branded(tight, brand);
    }

    private static bool IsComment(string line) =>
        line.StartsWith("//", StringComparison.Ordinal)
        || (line.StartsWith("/*", StringComparison.Ordinal) && line.EndsWith("*/", StringComparison.Ordinal));

    /// <summary>The same text with the installation's prefix on our names, and on nothing that merely contains its letters.</summary>
    public static string Branded(string text, string brand) =>
        brand == BuiltInBrand ? text : OwnNames().Replace(text, brand + "-");

    [GeneratedRegex("""(?<=data-|--|["'#. :,(]|\./|^)cg-""", RegexOptions.Multiline)]
    private static partial Regex OwnNames();
}
