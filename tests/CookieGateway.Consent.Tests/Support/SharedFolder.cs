namespace CookieGateway.Consent.Tests.Support;

/// <summary>Test data that lies beside the checkout and may not be committed: real pages and public filter lists.</summary>
internal static class SharedFolder
{
    /// <summary>The path below the folder <c>shared</c> of the nearest directory above that has it; null when none has.</summary>
    public static string? Find(string path)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, "shared", path);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}

/// <summary>A test that needs such data, and is skipped, aloud, where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsSharedAttribute : FactAttribute
{
    public NeedsSharedAttribute(string path)
    {
        if (SharedFolder.Find(path) is null)
        {
            Skip = $"There is no shared/{path} beside the checkout.";
        }
    }
}
