using CookieGateway.Demo.Clinics.Hosting;
using CookieGateway.Demo.Clinics.Pages;

namespace CookieGateway.Demo.Clinics.ClickService;

/// <summary>
/// A shop for home medicine on two domains of one operator: orders that end at a bank's page, sign-in through a social
/// network, plugins of seven networks, e-commerce events, and cookies set by redirects and beacons.
/// </summary>
internal static class ClickServiceClinic
{
    public static Clinic Clinic { get; } =
        new("clickservice", "ClickService", ["clickservice.localhost", "clickservice-com.localhost"], Open);

    private static void Open(ClinicSite site)
    {
        site.MapAccounts(cookie: "click_session");
        site.TakeForm("/withdrawal", thanks: "/withdrawal-sent");
        site.TakeForm("/subscribe", thanks: "/");

        // An order leads to the bank; the bank leads back.
        site.TakeForm("/order", thanks: "/bank");
        site.App.MapPost("/bank/pay", async http =>
        {
            var payment = await site.Inbox.TakeAsync(http.Request);
            AccountRoutes.SeeOther(http, "/order-paid?number=" + payment.Fields.GetValueOrDefault("order"));
        });

        MapSocialLogin(site);

        site.App.MapGet("/promo/{campaign}", (HttpContext http, string campaign) =>
        {
            TrackingCookies.OnAllHosts(http, "_gcl_aw", "GCL.1700000000." + campaign);
            TrackingCookies.OnThisHost(http, "_fbc", "fb.1.1700000000000." + campaign);
            AccountRoutes.SeeOther(http, "/product/tonometer?utm_campaign=" + Uri.EscapeDataString(campaign));
        });
        site.App.MapGet("/b.gif", http =>
        {
            TrackingCookies.OnThisHost(http, "roistat_visit", "300400");
            return Pixel.SendAsync(http);
        });
        site.Fill("/bank", http => new PageValues { ["order"] = http.Request.Query["number"].ToString() });
    }

    /// <summary>The network's own page is left out: it would only say yes and send the visitor back with a code.</summary>
    private static void MapSocialLogin(ClinicSite site)
    {
        site.App.MapGet("/login/social/{network}", (HttpContext http, string network) =>
            AccountRoutes.SeeOther(http, $"/login/social/{network}/back?code=demo"));
        site.App.MapGet("/login/social/{network}/back", (HttpContext http, string network) =>
        {
            site.Accounts.SignInAs(http.Response, $"aigerim@{network}.example", "Айгерим");
            AccountRoutes.SeeOther(http, "/account");
        });
    }
}
