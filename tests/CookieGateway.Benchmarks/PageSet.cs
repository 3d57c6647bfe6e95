using System.Runtime.CompilerServices;

namespace CookieGateway.Benchmarks;

/// <summary>The pages that are measured: the real ones, on machines that have them, and the repository's own.</summary>
internal static class PageSet
{
    public static IReadOnlyList<byte[]> Load() => [.. Files().Select(File.ReadAllBytes)];

    /// <summary>Public filter lists beside the real pages; null on machines that have none.</summary>
    public static string? Lists => Corpus() is { } corpus && Path.GetFullPath(Path.Combine(corpus, "..", "lists")) is var lists && Directory.Exists(lists) ? lists : null;

    private static IEnumerable<string> Files()
    {
        var own = Path.Combine(Here().Parent!.FullName, "CookieGateway.Html.Tests", "Pages");
        var real = Corpus() is { } corpus ? Directory.GetFiles(Path.Combine(corpus, "pages"), "*.html") : [];
        return Directory.GetFiles(own, "*.in.html").Concat(real).Order();
    }

    private static string? Corpus()
    {
        if (Environment.GetEnvironmentVariable("COOKIEGATEWAY_CORPUS") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = Here(); folder is not null; folder = folder.Parent)
        {
            var near = Path.Combine(folder.FullName, "shared", "corpus");
            if (Directory.Exists(Path.Combine(near, "pages")))
            {
                return near;
            }
        }

        return null;
    }

    private static DirectoryInfo Here() => new(Path.GetDirectoryName(ThisFile())!);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
