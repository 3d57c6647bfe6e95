using CookieGateway.Banner;
using CookieGateway.ConsentApi;
using CookieGateway.Inventory;
using CookieGateway.Sites;
using CookieGateway.Statistics;

namespace CookieGateway.Hosting;

/// <summary>Wires the counters and the inventory, and what others ask of it.</summary>
internal static class StatisticsHosting
{
    public static void AddStatisticsAndInventory(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddStatistics(settings.TimeZone).AddInventory();
        builder.Services.AddSingleton<SeenTrackers>(provider => provider.GetRequiredService<SiteTrackers>().Seen);
        builder.Services.AddSingleton<CarriedTrackers>(provider => provider.GetRequiredService<SiteTrackers>().Carried);
        builder.Services.AddSingleton<UnknownHosts>(provider =>
        {
            var view = provider.GetRequiredService<InventoryView>();
            return site => view.UnknownHostsOf(site.Id);
        });
    }
}
