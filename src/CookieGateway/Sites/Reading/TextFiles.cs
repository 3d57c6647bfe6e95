namespace CookieGateway.Sites.Reading;

/// <summary>Files that the configuration names, relative to the file it stands in.</summary>
internal static class TextFiles
{
    /// <summary>The file's text; null when it cannot be read.</summary>
    public static string? Read(string file, string baseDirectory)
    {
        try
        {
            return File.ReadAllText(Path.GetFullPath(file, baseDirectory));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
