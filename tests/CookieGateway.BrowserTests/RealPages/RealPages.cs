using System.Runtime.CompilerServices;

namespace CookieGateway.BrowserTests.RealPages;

/// <summary>Pages that others published. They are never part of the repository: they lie beside the checkout, or where COOKIEGATEWAY_CORPUS says.</summary>
internal static class RealPages
{
    public static string? Folder { get; } = Find();

    private static string? Find([CallerFilePath] string here = "")
    {
        if (Environment.GetEnvironmentVariable("COOKIEGATEWAY_CORPUS") is { Length: > 0 } named)
        {
            return Path.Combine(named, "pages");
        }

        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var pages = Path.Combine(folder, "shared", "corpus", "pages");
            if (Directory.Exists(pages))
            {
                return pages;
            }
        }

        return null;
    }
}
