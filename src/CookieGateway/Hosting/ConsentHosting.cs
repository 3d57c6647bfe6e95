using CookieGateway.ConsentApi;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CookieGateway.Hosting;

/// <summary>Wires the gateway's own paths.</summary>
internal static class ConsentHosting
{
    public static void AddConsentApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ConsentCookie>();
        services.AddSingleton<DecisionRecords>();
        services.AddSingleton<DecisionEndpoint>();
        services.AddSingleton<NoticePages>();
        services.AddSingleton<OwnRecords>();
        services.AddSingleton<AssetEndpoint>();
        services.AddSingleton<ReportEndpoint>();
        services.AddSingleton<ConsentPaths>();
        services.TryAddSingleton<UnknownHosts>(_ => _ => []);
    }
}
