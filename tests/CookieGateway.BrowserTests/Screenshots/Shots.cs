using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Screenshots;

/// <summary>Where pictures of the tests go, and those of them that the README shows.</summary>
internal static class Shots
{
    /// <summary>Git-ignored: made anew by every run, for whoever wants to look.</summary>
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Folders.Repository, "artifacts", "screenshots")).FullName;

    /// <param name="page">What is on the screen.</param>
    /// <param name="name">The picture's name.</param>
    /// <param name="whole">The page to its end, and not only what fits the window.</param>
    public static Task TakeAsync(IPage page, string name, bool whole = false) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled, FullPage = whole });

    /// <summary>The same by day and by night; leaves the page as it was.</summary>
    public static async Task TakeBothAsync(IPage page, string name, bool whole = false)
    {
        await TakeAsync(page, name, whole);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await TakeAsync(page, name + "-dark", whole);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Rewrites a picture of the README, when ACCEPT_SCREENSHOTS=1 asks for it: a picture in git should change on purpose.</summary>
    public static void ShowInReadme(string name, string readmeName)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT_SCREENSHOTS") == "1")
        {
            var images = Directory.CreateDirectory(Path.Combine(Folders.Repository, "src", "images")).FullName;
            File.Copy(Path.Combine(Folder, name + ".png"), Path.Combine(images, readmeName + ".png"), overwrite: true);
        }
    }
}
