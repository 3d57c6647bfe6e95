namespace CookieGateway.Demo;

/// <summary>Where the demo listens and where it keeps its data. Port 0 is any free one, for tests.</summary>
internal sealed record DemoOptions
{
    public string Urls { get; init; } = "http://localhost:8080";

    public string DashboardUrl { get; init; } = "http://localhost:8081";

    public string Redis { get; init; } = "embedded";

    /// <summary>A second start finds here what the first has left.</summary>
    public string DataDirectory { get; init; } = Path.Combine(Repository(), "data", "demo");

    /// <summary>More settings for the gateway, as on its command line.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>--port 8080 --dashboard-port 8081 --data DIRECTORY --redis CONNECTION</summary>
    public static DemoOptions From(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        var defaults = new DemoOptions();
        return new DemoOptions
        {
            Urls = given["port"] is { } port ? "http://localhost:" + port : defaults.Urls,
            DashboardUrl = given["dashboard-port"] is { } dashboard ? "http://localhost:" + dashboard : defaults.DashboardUrl,
            Redis = given["redis"] ?? defaults.Redis,
            DataDirectory = given["data"] is { } data ? Path.GetFullPath(data) : defaults.DataDirectory,
        };
    }

    /// <summary>The working directory may be any; the data stays under the repository's own, git-ignored folder.</summary>
    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CookieGateway.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
