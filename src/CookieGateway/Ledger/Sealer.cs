using CookieGateway.Redis;
using CookieGateway.Sites;

namespace CookieGateway.Ledger;

/// <summary>Seals every site's new records once a minute.</summary>
internal sealed partial class Sealer(Seals seals, SiteCatalog sites, ILogger<Sealer> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var site in sites.All)
                {
                    await TrySealAsync(site.Id, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TrySealAsync(string site, CancellationToken cancellation)
    {
        try
        {
            while (await seals.SealAsync(site, cancellation))
            {
            }
        }
        catch (RedisUnavailableException)
        {
            // The records wait in their list; the state of Redis is said elsewhere.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(logger, site, failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "New records of {Site} could not be sealed. It is tried again in a minute.")]
    private static partial void Failed(ILogger logger, string site, Exception failure);
}
