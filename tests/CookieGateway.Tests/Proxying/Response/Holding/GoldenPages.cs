using System.Runtime.CompilerServices;

namespace CookieGateway.Tests.Proxying.Response.Holding;

/// <summary>Pages and what becomes of them: <c>name.in.html</c> and <c>name.out.html</c>. ACCEPT_GOLDEN=1 rewrites the latter, for review in git.</summary>
internal static class GoldenPages
{
    private const string Before = ".in.html";

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder(), "*" + Before).Select(path => Path.GetFileName(path)[..^Before.Length]).Order(StringComparer.Ordinal)];

    public static byte[] Input(string name) => File.ReadAllBytes(Path.Combine(Folder(), name + Before));

    public static void Expect(string name, byte[] output)
    {
        var path = Path.Combine(Folder(), name + ".out.html");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllBytes(path, output);
        }

        Assert.Equal(File.ReadAllText(path), System.Text.Encoding.UTF8.GetString(output));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Pages");
}
