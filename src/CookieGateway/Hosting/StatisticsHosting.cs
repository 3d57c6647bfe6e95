using CookieGateway.Banner;
using CookieGateway.Consent.Trackers;
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
        builder.Services.AddSingleton<SeenTrackers>(provider =>
        {
            var view = provider.GetRequiredService<InventoryView>();
            return site => [.. view.TrackersOf(site.Id).Select(site.Judge.Find).OfType<Tracker>()];
        });
        builder.Services.AddSingleton<UnknownHosts>(provider =>
        {
            var view = provider.GetRequiredService<InventoryView>();
            return site => view.UnknownHostsOf(site.Id);
        });
    }
}
