namespace CookieGateway.BrowserTests.Support;

/// <summary>Where the checkout is that these tests were built from.</summary>
internal static class Folders
{
    public static string Repository { get; } = FindRepository();

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CookieGateway.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No CookieGateway.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
