using System.Net.WebSockets;
using System.Text;
using CookieGateway.Demo.Clinics.Hosting;

namespace CookieGateway.Demo.Clinics.OnlineHealth;

/// <summary>
/// A booking service on a modern stack: Tag Manager, GA4 and the Meta Pixel in the head, pages compressed with gzip,
/// subdomains at two depths, a live queue over a WebSocket, and a single-page application that inserts trackers itself.
/// </summary>
internal static class OnlineHealthClinic
{
    private const int PeopleInQueue = 5;

    private static readonly TimeSpan s_visit = TimeSpan.FromMilliseconds(400);

    public static Clinic Clinic { get; } =
        new("onlinehealth", "OnlineHealth", ["onlinehealth.localhost"], Open);

    private static void Open(ClinicSite site)
    {
        site.MapAccounts(cookie: "connect.sid");
        site.TakeForm("/booking", thanks: "/booking-done");
        site.TakeForm("/newsletter", thanks: "/newsletter-done");

        // Every address of the application is one page; its script knows the rest.
        site.App.MapGet("/app/{**route}", http => site.ShowAsync(http, "/app"));
        site.App.MapGet("/app/data", () => Results.Json(new { visits = 2, results = 1, unread = 3 }));
        site.App.Map("/queue/live", ShowQueueAsync);
    }

    /// <summary>Tells how many are still before you, until nobody is; a word from the patient is answered at once.</summary>
    private static async Task ShowQueueAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        for (var before = PeopleInQueue; before >= 0; before--)
        {
            await SayAsync(socket, $"{{\"before\":{before}}}", http.RequestAborted);
            await Task.Delay(s_visit, http.RequestAborted);
        }

        var word = new byte[1024];
        var heard = await socket.ReceiveAsync(word.AsMemory(), http.RequestAborted);
        if (heard.MessageType == WebSocketMessageType.Text)
        {
            var said = Encoding.UTF8.GetString(word, 0, heard.Count);
            await SayAsync(socket, said, http.RequestAborted);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "served", http.RequestAborted);
    }

    private static Task SayAsync(WebSocket socket, string text, CancellationToken stopping) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, stopping);
}
