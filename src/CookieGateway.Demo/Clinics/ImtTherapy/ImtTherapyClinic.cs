using CookieGateway.Demo.Clinics.Hosting;
using CookieGateway.Demo.Clinics.Pages;

namespace CookieGateway.Demo.Clinics.ImtTherapy;

/// <summary>
/// A therapist's blog with a school on subdomains: comments, registration, a personal account that takes files, embedded
/// video and social widgets, an old synchronous counter, and a front page that arrives in parts.
/// </summary>
internal static class ImtTherapyClinic
{
    public static Clinic Clinic { get; } =
        new("imttherapy", "ImtTherapy", ["imttherapy.localhost"], Open);

    private static void Open(ClinicSite site)
    {
        var comments = new Comments();
        comments.Add("Светлана", "После ваших упражнений впервые за год выспалась. Спасибо!");

        site.MapAccounts(cookie: "wordpress_logged_in_imt");
        site.Fill("/blog/back-pain", _ => new PageValues { ["comments"] = comments.ToHtml() });
        site.App.MapPost("/comment", async http =>
        {
            var form = await site.Inbox.TakeAsync(http.Request);
            comments.Add(form.Fields.GetValueOrDefault("name", ""), form.Fields.GetValueOrDefault("text", ""));
            AccountRoutes.SeeOther(http, "/blog/back-pain#comments");
        });
        site.TakeForm("/consultation", thanks: "/consultation-sent");
        site.TakeForm("/account/files", thanks: "/account");
        site.Fill("/account", _ => new PageValues
        {
            ["files"] = string.Join(", ", site.Inbox.Forms.SelectMany(form => form.Files).Select(file => $"{file.Name} ({file.Length:N0} Б)")),
        });

        // A rotating banner of the blog's own: the picture comes with a cookie of the partner network.
        site.App.MapGet("/partner.gif", http =>
        {
            TrackingCookies.OnAllHosts(http, "_ym_uid", "1700000000999000104");
            return Pixel.SendAsync(http);
        });
    }
}
