using System.Runtime.CompilerServices;

namespace CookieGateway.Benchmarks;

/// <summary>The pages that are measured: the real ones, on machines that have them, and the repository's own.</summary>
internal static class PageSet
{
    public static IReadOnlyList<byte[]> Load() => [.. Files().Select(File.ReadAllBytes)];

    private static IEnumerable<string> Files()
    {
        var here = new DirectoryInfo(Path.GetDirectoryName(ThisFile())!);
        var own = Path.Combine(here.Parent!.FullName, "CookieGateway.Html.Tests", "Pages");
        var corpus = Environment.GetEnvironmentVariable("COOKIEGATEWAY_CORPUS") is { Length: > 0 } named ? Path.Combine(named, "pages") : null;
        for (var folder = here; corpus is null && folder is not null; folder = folder.Parent)
        {
            var near = Path.Combine(folder.FullName, "shared", "corpus", "pages");
            corpus = Directory.Exists(near) ? near : null;
        }

        return Directory.GetFiles(own, "*.in.html").Concat(corpus is null ? [] : Directory.GetFiles(corpus, "*.html")).Order();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
