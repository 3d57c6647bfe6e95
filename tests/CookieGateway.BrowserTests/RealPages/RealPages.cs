using System.Runtime.CompilerServices;

namespace CookieGateway.BrowserTests.RealPages;

/// <summary>Pages that others published. They are never part of the repository: they lie beside the checkout, or where COOKIEGATEWAY_CORPUS says.</summary>
internal static class RealPages
{
    public static string? Folder { get; } =
        Environment.GetEnvironmentVariable("COOKIEGATEWAY_CORPUS") is { Length: > 0 } named ? Path.Combine(named, "pages") : Beside("corpus/pages");

    public static TheoryData<string> All => Folder is { } folder
        ? [.. Directory.EnumerateFiles(folder, "*.html").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)]
        : [""];

    /// <summary>What lies in the folder <c>shared</c> beside the checkout; null where it does not.</summary>
    public static string? Beside(string path, [CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var found = Path.Combine(folder, "shared", path);
            if (Path.Exists(found))
            {
                return found;
            }
        }

        return null;
    }
}
