using System.Diagnostics;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Clients;

/// <summary>
/// The packages of package.json, fetched once by npm from the registry that it is configured for, in the versions and with the hashes of
/// package-lock.json. They lie under artifacts/ and are no part of the repository.
/// </summary>
internal static class ClientPackages
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(4);
    private static readonly Lazy<Task<string>> s_modules = new(FetchAsync);

    /// <summary>The text of a file of a package, as in <c>@duckduckgo/autoconsent/dist/autoconsent.playwright.js</c>.</summary>
    public static async Task<string> ReadAsync(string file) =>
        await File.ReadAllTextAsync(Path.Combine(await s_modules.Value, file));

    private static async Task<string> FetchAsync()
    {
        var lists = Path.Combine(AppContext.BaseDirectory, "Clients");
        var folder = Path.Combine(Folders.Repository, "artifacts", "npm");
        var modules = Path.Combine(folder, "node_modules");
        var installed = Path.Combine(modules, ".installed-for");
        var wanted = await File.ReadAllTextAsync(Path.Combine(lists, "package-lock.json"));
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return modules;
        }

        Directory.CreateDirectory(folder);
        foreach (var file in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(lists, file), Path.Combine(folder, file), overwrite: true);
        }

        await RunNpmAsync(folder);
        await File.WriteAllTextAsync(installed, wanted);
        return modules;
    }

    private static async Task RunNpmAsync(string folder)
    {
        using var npm = new Process
        {
            StartInfo = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=5"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        try
        {
            npm.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("There is no npm on this machine. tests/run installs it; by hand: apt-get install npm.", missing);
        }

        using var deadline = new CancellationTokenSource(s_deadline);
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(deadline.Token), npm.StandardError.ReadToEndAsync(deadline.Token));
        await npm.WaitForExitAsync(deadline.Token);
        Assert.True(npm.ExitCode == 0, $"npm ci in {folder} ended with {npm.ExitCode}: {string.Join('\n', said)}");
    }
}
