namespace CookieGateway.Statistics;

/// <summary>Adds the counters, their way to Redis and back to the gateway's services.</summary>
public static class StatisticsRegistration
{
    /// <param name="services">Those of the gateway; they know the time and Redis.</param>
    /// <param name="zone">Where the days of the statistics begin and end.</param>
    public static IServiceCollection AddStatistics(this IServiceCollection services, TimeZoneInfo zone) => services
        .AddSingleton<PendingCounts>()
        .AddSingleton<GatewayMeter>()
        .AddSingleton(provider => new CalendarDays(provider.GetRequiredService<TimeProvider>(), zone))
        .AddSingleton(provider => new VisitCounter(
            provider.GetRequiredService<PendingCounts>(),
            provider.GetRequiredService<CalendarDays>(),
            provider.GetRequiredService<GatewayMeter>()))
        .AddSingleton(provider => new DecisionCounter(
            provider.GetRequiredService<PendingCounts>(),
            provider.GetRequiredService<CalendarDays>(),
            provider.GetRequiredService<GatewayMeter>()))
        .AddSingleton<StatisticsStore>()
        .AddSingleton<CountsFlusher>()
        .AddHostedService(provider => provider.GetRequiredService<CountsFlusher>())
        .AddSingleton(provider => new RatesQuery(
            provider.GetRequiredService<StatisticsStore>(), provider.GetRequiredService<CountsFlusher>()));
}
