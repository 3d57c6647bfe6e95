using CookieGateway.Banner;
using CookieGateway.Banner.Assets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CookieGateway.Hosting;

/// <summary>Wires what renders the notices.</summary>
internal static class BannerHosting
{
    public static void AddBanner(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AssetLibrary>();
        builder.Services.AddSingleton<BannerRenderer>();
        builder.Services.AddSingleton<VariantDraw>();
        builder.Services.TryAddSingleton<SeenTrackers>(_ => _ => []);
        builder.Services.TryAddSingleton<CarriedTrackers>(_ => _ => []);
    }
}
