using System.Runtime.CompilerServices;

namespace CookieGateway.Html.Tests.Support;

/// <summary>Where test data lies: beside the tests' sources, and, on some machines, beside the checkout.</summary>
internal static class Folders
{
    public static string Tests { get; } = Path.GetDirectoryName(Path.GetDirectoryName(ThisFile()))!;

    public static string Cases => Path.Combine(Tests, "Conformance", "Cases");

    public static string GoldenPages => Path.Combine(Tests, "Pages");

    public static string Regressions => Path.Combine(Tests, "Invariants", "Regressions");

    /// <summary>Real pages for tests on this machine; none where COOKIEGATEWAY_CORPUS is not set and no shared/corpus lies near the checkout.</summary>
    public static IReadOnlyList<string> Corpus { get; } = FindCorpus() is { } folder ? [.. Directory.GetFiles(folder, "*.html").Order()] : [];

    private static string? FindCorpus()
    {
        if (Environment.GetEnvironmentVariable("COOKIEGATEWAY_CORPUS") is { Length: > 0 } named)
        {
            return Path.Combine(named, "pages");
        }

        for (var folder = new DirectoryInfo(Tests); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "shared", "corpus", "pages");
            if (Directory.Exists(corpus))
            {
                return corpus;
            }
        }

        return null;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
