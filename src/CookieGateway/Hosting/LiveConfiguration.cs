using CookieGateway.Sites;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Hosting;

/// <summary>
/// Reads the configuration again when a source of it changes. What is faultless replaces the sites; what is not changes nothing and is
/// said in the log.
/// </summary>
internal sealed partial class LiveConfiguration(
    ConfigurationSources sources, SiteCatalog sites, GatewaySettings atStart, ILogger<LiveConfiguration> logger) : IHostedService, IDisposable
{
    private readonly Lock _oneAtATime = new();
    private IDisposable? _watch;

    /// <summary>What is wrong with the configuration as it stands now; empty while it is the one in use.</summary>
    public IReadOnlyList<string> Mistakes { get; private set; } = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogWarnings(sites.All);
        _watch = ChangeToken.OnChange(sources.GetReloadToken, Refresh);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _watch?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _watch?.Dispose();

    private void Refresh()
    {
        lock (_oneAtATime)
        {
            try
            {
                Use(sources.Read(sites.All));
                Mistakes = [];
            }
            catch (ConfigurationMistakesException problem)
            {
                Mistakes = problem.Mistakes;
                Refused(logger, problem.Message);
            }
        }
    }

    private void Use(GatewayConfiguration configuration)
    {
        if (configuration.Gateway.Revision != atStart.Revision)
        {
            NeedsRestart(logger);
        }

        var next = configuration.Sites;
        if (!next.SequenceEqual(sites.All))
        {
            LogWarnings(next.Except(sites.All));
            sites.Replace(next);
            Changed(logger, next.Count);
        }
    }

    private void LogWarnings(IEnumerable<Site> of)
    {
        foreach (var warning in of.SelectMany(site => site.Warnings))
        {
            Wanted(logger, warning);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private static partial void Wanted(ILogger logger, string warning);

    [LoggerMessage(LogLevel.Information, "The configuration has changed. The gateway now serves {Count} sites.")]
    private static partial void Changed(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "The section Gateway has changed. What it says now counts after the next start.")]
    private static partial void NeedsRestart(ILogger logger);

    [LoggerMessage(LogLevel.Error,
        "The changed configuration is not used; the gateway goes on with the one before. It needs attention:\n{Mistakes}")]
    private static partial void Refused(ILogger logger, string mistakes);
}
