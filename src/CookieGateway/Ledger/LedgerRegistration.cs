using CookieGateway.Consent.Decisions;
using CookieGateway.Redis;
using CookieGateway.Sites;

namespace CookieGateway.Ledger;

/// <summary>Adds Redis, the signing keys and the ledger to the gateway's services.</summary>
public static class LedgerRegistration
{
    /// <param name="services">Those of the gateway; they know the time and the sites.</param>
    /// <param name="settings">From the section <c>Gateway</c>.</param>
    public static IServiceCollection AddLedger(this IServiceCollection services, LedgerSettings settings)
    {
        services.AddRedis(settings);
        services
            .AddSingleton<RevokedVisitors>()
            .AddSingleton(provider => Tokens(provider.GetRequiredService<SigningKeyStore>()))
            .AddSingleton(provider => Outbox.Open(
                new OutboxOptions(Path.Combine(settings.DataDirectory, "outbox")),
                provider.GetRequiredService<ILogger<Outbox>>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ConsentLedger>()
            .AddSingleton<NoticeArchive>()
            .AddSingleton<LedgerReader>()
            .AddSingleton<Erasure>()
            .AddSingleton<RecordWriter>()
            .AddSingleton<NoticeWriter>()
            .AddSingleton<RevocationWriter>()
            .AddSingleton<EntryWriter>()
            .AddSingleton<Seals>()
            .AddSingleton(new SealWitness(settings.DataDirectory))
            .AddSingleton<LedgerVerifier>()
            .AddSingleton<Retention>()
            .AddSingleton(provider => new LedgerHealth(
                provider.GetRequiredService<RedisHealth>(), provider.GetRequiredService<Outbox>(), provider.GetRequiredService<Shipper>()));
        return services
            .AddRunning<RevokedFeed>()
            .AddRunning<Shipper>()
            .AddRunning<Sealer>()
            .AddRunning<RetentionSweep>();
    }

    /// <summary>Where the embedded Redis keeps its files.</summary>
    internal static string EmbeddedFolder(LedgerSettings settings) => Path.Combine(settings.DataDirectory, "redis");

    private static void AddRedis(this IServiceCollection services, LedgerSettings settings)
    {
        var embedded = settings.Redis == GatewaySettings.EmbeddedRedis;
        if (embedded)
        {
            services.AddSingleton(provider => EmbeddedRedis.Start(
                EmbeddedFolder(settings), provider.GetRequiredService<ILoggerFactory>()));
        }

        services
            .AddSingleton(provider => RedisConnection.Open(
                embedded ? provider.GetRequiredService<EmbeddedRedis>().Configuration : settings.Redis,
                settings.RedisAnswersWithin,
                provider.GetRequiredService<ILogger<RedisConnection>>()))
            .AddSingleton(provider => SigningKeyStore.Open(
                settings.DataDirectory, settings.SigningKey, settings.OlderSigningKeys,
                provider.GetRequiredService<ILogger<SigningKeyStore>>()))
            .AddSingleton(provider => new RedisHealth(
                provider.GetRequiredService<RedisConnection>(),
                provider.GetRequiredService<SigningKeyStore>(),
                provider.GetService<EmbeddedRedis>(),
                provider.GetRequiredService<ILogger<RedisHealth>>()))
            .AddHostedService(provider => provider.GetRequiredService<RedisHealth>());
    }

    private static IServiceCollection AddRunning<T>(this IServiceCollection services)
        where T : BackgroundService => services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());

    private static ConsentTokens Tokens(SigningKeyStore store)
    {
        var tokens = new ConsentTokens(store.Keys);
        store.Changed += tokens.UseKeys;
        return tokens;
    }
}
