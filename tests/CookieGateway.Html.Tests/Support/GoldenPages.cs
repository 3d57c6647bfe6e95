namespace CookieGateway.Html.Tests.Support;

/// <summary>Pages with what is to come of them: name.in.html and name.out.html.</summary>
internal static class GoldenPages
{
    public static IEnumerable<string> Inputs => Directory.GetFiles(Folders.GoldenPages, "*.in.html").Order();

    public static IEnumerable<string> Names => Inputs.Select(path => Path.GetFileName(path)[..^".in.html".Length]);

    public static byte[] Input(string name) => File.ReadAllBytes(Path.Combine(Folders.GoldenPages, name + ".in.html"));

    public static string ExpectationPath(string name) => Path.Combine(Folders.GoldenPages, name + ".out.html");
}
