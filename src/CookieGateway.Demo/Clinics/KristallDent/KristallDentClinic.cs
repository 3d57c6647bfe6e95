using CookieGateway.Demo.Clinics.Hosting;
using CookieGateway.Demo.Clinics.Pages;

namespace CookieGateway.Demo.Clinics.KristallDent;

/// <summary>
/// A dental practice on an old CMS: counters by document.write, a price list in windows-1251, a call-back form whose
/// submit waits for a counter's call-back, and analytics cookies that the server itself sets, out of scripts' reach.
/// </summary>
internal static class KristallDentClinic
{
    public static Clinic Clinic { get; } =
        new("kristall-dent", "KristallDent", ["kristall-dent.localhost"], Open);

    private static void Open(ClinicSite site)
    {
        site.App.Use((http, next) =>
        {
            if (HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/assets"))
            {
                TrackingCookies.OnAllHosts(http, "FPID", "FPID2.2.demo");
            }

            return next(http);
        });

        site.MapAccounts(cookie: "PHPSESSID");
        site.TakeForm("/callback", thanks: "/callback-sent");
        site.TakeForm("/review", thanks: "/reviews");
        site.Fill("/reviews", http => new PageValues
        {
            ["thanks"] = http.Request.Query.ContainsKey("number") ? "Спасибо! Отзыв появится после проверки." : "",
        });

        // An advertisement's landing link and a one-pixel image of the clinic's own: both only set a cookie.
        site.App.MapGet("/go/instagram", http =>
        {
            TrackingCookies.OnThisHost(http, "_fbc", "fb.1.1700000000000.demo");
            AccountRoutes.SeeOther(http, "/services");
            return Task.CompletedTask;
        });
        site.App.MapGet("/stat.gif", http =>
        {
            TrackingCookies.OnThisHost(http, "roistat_visit", "100200");
            return Pixel.SendAsync(http);
        });
    }
}
