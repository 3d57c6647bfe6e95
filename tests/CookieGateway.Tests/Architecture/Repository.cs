namespace CookieGateway.Tests.Architecture;

/// <summary>The checkout that these tests were built from: what the architecture tests read.</summary>
internal static class Repository
{
    private static readonly string[] SourceEndings = [".cs", ".cshtml", ".razor", ".js", ".css"];

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Every source file below a folder, as a path from the root with forward slashes.</summary>
    public static IEnumerable<string> Sources(string folder = "") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => SourceEndings.Contains(Path.GetExtension(file), StringComparer.Ordinal)
                && !file.StartsWith("artifacts/", StringComparison.Ordinal)
                && !file.StartsWith(".git/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CookieGateway.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No CookieGateway.sln lies above {AppContext.BaseDirectory}.");
    }
}
