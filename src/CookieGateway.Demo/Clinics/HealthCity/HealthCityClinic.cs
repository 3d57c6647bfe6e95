using CookieGateway.Demo.Clinics.Hosting;
using CookieGateway.Demo.Clinics.Pages;

namespace CookieGateway.Demo.Clinics.HealthCity;

/// <summary>
/// A hospital in two languages behind a strict Content-Security-Policy with a nonce: its trackers are allowed by name of
/// the nonce alone. Pages come in brotli; the admission ward's state as a stream of events; a study as a large download.
/// </summary>
internal static class HealthCityClinic
{
    private const int StudyMegabytes = 64;

    private static readonly TimeSpan s_betweenArrivals = TimeSpan.FromMilliseconds(500);
    private static readonly int[] s_waiting = [7, 6, 8, 5, 4, 6, 3];

    public static Clinic Clinic { get; } =
        new("healthcity", "HealthCity", ["healthcity.localhost"], Open);

    private static void Open(ClinicSite site)
    {
        site.App.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy =
                $"default-src 'self'; script-src 'nonce-{PageDelivery.NonceOf(http)}' 'strict-dynamic'; "
                + "style-src 'self'; img-src 'self' https:; frame-src https:; connect-src 'self' https: wss:; "
                + "object-src 'none'; base-uri 'none'; form-action 'self'";
            return next(http);
        });

        site.FillEverywhere(http => new PageValues { ["other-path"] = InOtherLanguage(http.Request.Path) });
        site.TakeForm("/feedback", thanks: "/feedback-sent");
        site.TakeForm("/kk/feedback", thanks: "/kk/feedback-sent");
        site.App.MapGet("/ward/live", StreamWardAsync);
        site.App.MapGet("/files/study.dcm", SendStudyAsync);
    }

    /// <summary>The same page in Kazakh or Russian; what there is only once leads to the front page.</summary>
    private static string InOtherLanguage(PathString path) =>
        path.StartsWithSegments("/kk", out var russian) ? russian.HasValue ? russian.Value! : "/"
        : path.StartsWithSegments("/privacy/archive") || path == "/" ? "/kk"
        : "/kk" + path;

    private static async Task StreamWardAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache";
        for (var tick = 0; !http.RequestAborted.IsCancellationRequested; tick++)
        {
            var waiting = s_waiting[tick % s_waiting.Length];
            await http.Response.WriteAsync($"id: {tick}\ndata: {{\"waiting\":{waiting}}}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(s_betweenArrivals, http.RequestAborted);
        }
    }

    private static async Task SendStudyAsync(HttpContext http)
    {
        var megabyte = new byte[1024 * 1024];
        http.Response.ContentType = "application/dicom";
        http.Response.ContentLength = (long)StudyMegabytes * megabyte.Length;
        // A Cyrillic file name, in both spellings that servers use.
        http.Response.Headers.ContentDisposition =
            "attachment; filename=\"study.dcm\"; filename*=UTF-8''%D0%9C%D0%A0%D0%A2%20%D0%BA%D0%BE%D0%BB%D0%B5%D0%BD%D0%B0.dcm";
        for (var sent = 0; sent < StudyMegabytes; sent++)
        {
            megabyte.AsSpan().Fill((byte)sent);
            await http.Response.Body.WriteAsync(megabyte, http.RequestAborted);
        }
    }
}
