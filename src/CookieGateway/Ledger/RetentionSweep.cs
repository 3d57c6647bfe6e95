using CookieGateway.Sites;

namespace CookieGateway.Ledger;

/// <summary>Sweeps every site once an hour.</summary>
internal sealed partial class RetentionSweep(Retention retention, SiteCatalog sites, ILogger<RetentionSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var site in sites.All)
                {
                    await TrySweepAsync(site.Id, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TrySweepAsync(string siteId, CancellationToken cancellation)
    {
        try
        {
            await retention.SweepAsync(siteId, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(logger, siteId, failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The sweep of {Site} was interrupted and goes on in an hour. {Reason}")]
    private static partial void Failed(ILogger logger, string site, string reason);
}
