using CookieGateway.Consent.Records;
using CookieGateway.Ledger;
using CookieGateway.Redis;
using CookieGateway.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CookieGateway.Tests.Support;

/// <summary>The ledger of a gateway as the program wires it, without the gateway around it.</summary>
public sealed class RunningLedger : IAsyncDisposable
{
    // A machine busy with a hundred other tests is not a Redis that is away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider _services;

    private RunningLedger(ServiceProvider services, LogLines log) => (_services, Log) = (services, log);

    public LogLines Log { get; }

    public ConsentLedger Ledger => Get<ConsentLedger>();

    public LedgerReader Reader => Get<LedgerReader>();

    public RedisConnection Redis => Get<RedisConnection>();

    /// <summary>Starts it over a data directory: what an earlier one left there is shipped.</summary>
    public static async Task<RunningLedger> StartAsync(string dataDirectory, string redis, TimeProvider? time = null, params Site[] sites)
    {
        var services = new ServiceCollection();
        var log = new LogLines();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(new SiteCatalog(sites));
        services.AddLedger(new LedgerSettings(dataDirectory, redis) { RedisAnswersWithin = Patience });
        var ledger = new RunningLedger(services.BuildServiceProvider(), log);
        foreach (var service in ledger._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return ledger;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Waits until nothing is in the outbox that Redis has not answered for.</summary>
    public Task IsShippedAsync(ConsentRecord last) => Eventually.IsTrueAsync(
        () => HoldsAsync(last), $"The record has not reached Redis.\n{Log}");

    // A server that did not answer within the gateway's own limit is asked again: only the deadline of the wait ends it.
    private async Task<bool> HoldsAsync(ConsentRecord record)
    {
        try
        {
            return Redis.State.Connected && await FindAsync(record) is not null;
        }
        catch (RedisUnavailableException)
        {
            return false;
        }
    }

    public async Task AppendAndShipAsync(params ConsentRecord[] records)
    {
        foreach (var record in records)
        {
            await Ledger.AppendAsync(record, CancellationToken.None);
        }

        await Task.WhenAll(records.Select(IsShippedAsync));
    }

    public Task<ConsentRecord?> FindAsync(ConsentRecord record) => Reader.FindAsync(record.Site, record.Id, CancellationToken.None);

    public Task SealAsync(string site) => Get<Seals>().SealAsync(site, CancellationToken.None);

    public Task<LedgerVerification> VerifyAsync(string site) => Get<LedgerVerifier>().VerifyAsync(site, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
