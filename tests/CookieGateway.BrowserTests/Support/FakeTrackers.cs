using Microsoft.AspNetCore.Http;

namespace CookieGateway.BrowserTests.Support;

/// <summary>
/// What the recording internet answers: small libraries of our own that do what a tracker's does to the page that
/// loads it (take over the queue, call back, set cookies, send one hit), so that a load can be told from an execution.
/// </summary>
internal static class FakeTrackers
{
    /// <summary>True in a page in which Metrika's library has run; before that its names may be our stand-ins.</summary>
    public const string MetrikaRuns = "() => window.Ya && !document.getElementById('cg-guard').guard.stubs.mine.has(Ya)";

    private static readonly (string Host, string Path, string? File)[] s_libraries =
    [
        ("mc.yandex.ru", "/metrika/", "metrika.js"),
        ("www.googletagmanager.com", "/gtm.js", "tag-manager.js"),
        ("www.googletagmanager.com", "/gtag/js", "gtag.js"),
        ("connect.facebook.net", "/en_US/fbevents.js", "meta-pixel.js"),
        ("connect.facebook.net", "/", "facebook-sdk.js"),
        ("top-fwz1.mail.ru", "/js/", "top-mail-ru.js"),
        ("vk.com", "/js/api/", "vk.js"),
        ("widgets.2gis.com", "/js/", "2gis.js"),
        ("code.jivo.ru", "/", "jivo.js"),
        ("mod.calltouch.ru", "/", "calltouch.js"),
    ];

    private static readonly byte[] s_gif =
        Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    /// <summary>Over plain http nothing but its address tells a library's request from any other.</summary>
    public static bool IsLibrary(HttpRequest request) =>
        request.Path.Value!.EndsWith(".js", StringComparison.Ordinal) || Find(request).File is not null;

    public static async Task AnswerAsync(HttpContext http, string kind)
    {
        switch (kind)
        {
            case "script":
                http.Response.ContentType = "text/javascript; charset=utf-8";
                await SendLibraryAsync(http);
                break;
            case "iframe" or "document" or "frame" or "embed" or "object":
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync($"<!doctype html><title>{http.Request.Host.Host}</title><p>{http.Request.Host.Host}</p>");
                break;
            case "image":
                http.Response.ContentType = "image/gif";
                await http.Response.Body.WriteAsync(s_gif);
                break;
            case "style":
                http.Response.ContentType = "text/css";
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
        }
    }

    private static Task SendLibraryAsync(HttpContext http)
    {
        var library = Find(http.Request);
        return library.File is { } file
            ? http.Response.SendFileAsync(Path.Combine(AppContext.BaseDirectory, "Support", "FakeTrackers", file))
            : http.Response.WriteAsync($"(window.loadedLibraries = window.loadedLibraries || []).push('{http.Request.Host.Host}')");
    }

    private static (string Host, string Path, string? File) Find(HttpRequest request) => s_libraries.FirstOrDefault(one =>
        one.Host == request.Host.Host && request.Path.Value!.StartsWith(one.Path, StringComparison.Ordinal));
}
