namespace CookieGateway.Inventory;

/// <summary>Adds the inventory, its way to Redis and back to the gateway's services; they know the time, the sites and Redis.</summary>
public static class InventoryRegistration
{
    public static IServiceCollection AddInventory(this IServiceCollection services) => services
        .AddSingleton<SiteInventory>()
        .AddSingleton<InventoryStore>()
        .AddSingleton<InventoryView>()
        .AddSingleton<SiteTrackers>()
        .AddSingleton<InventoryFlusher>()
        .AddHostedService(provider => provider.GetRequiredService<InventoryFlusher>())
        .AddSingleton(provider => new InventoryQuery(
            provider.GetRequiredService<InventoryStore>(), provider.GetRequiredService<InventoryFlusher>()));
}
