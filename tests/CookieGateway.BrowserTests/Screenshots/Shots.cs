namespace CookieGateway.BrowserTests.Screenshots;

/// <summary>Where pictures of the tests go, and those of them that the README shows.</summary>
internal static class Shots
{
    /// <summary>Git-ignored: made anew by every run, for whoever wants to look.</summary>
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Repository(), "artifacts", "screenshots")).FullName;

    public static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>Rewrites a picture of the README, when ACCEPT_SCREENSHOTS=1 asks for it: a picture in git should change on purpose.</summary>
    public static void ShowInReadme(string name, string readmeName)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT_SCREENSHOTS") == "1")
        {
            var images = Directory.CreateDirectory(Path.Combine(Repository(), "src", "images")).FullName;
            File.Copy(Path.Combine(Folder, name + ".png"), Path.Combine(images, readmeName + ".png"), overwrite: true);
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CookieGateway.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No CookieGateway.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
