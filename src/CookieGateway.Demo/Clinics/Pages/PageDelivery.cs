using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CookieGateway.Demo.Clinics.Pages;

/// <summary>Sends a page the way its settings say, so that the five clinics differ as real servers do.</summary>
internal static class PageDelivery
{
    private const int Parts = 9;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    static PageDelivery() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>One nonce a response, for its policy and its script elements alike.</summary>
    public static string NonceOf(HttpContext http)
    {
        if (http.Items[typeof(PageDelivery)] is not string nonce)
        {
            http.Items[typeof(PageDelivery)] = nonce = RandomNumberGenerator.GetHexString(24, lowercase: true);
        }

        return nonce;
    }

    public static Task SendAsync(HttpContext http, PageFile page, string html)
    {
        var charset = page.Setting("charset") is { Length: > 0 } named ? named : "utf-8";
        http.Response.ContentType = "text/html; charset=" + charset;
        var bytes = Encoding.GetEncoding(charset).GetBytes(html);
        return page.Setting("delivery") == "parts" ? SendInPartsAsync(http, bytes)
            : page.Setting("encoding") is { Length: > 0 } coding && Accepts(http, coding) ? SendCodedAsync(http, bytes, coding)
            : SendWholeAsync(http, bytes);
    }

    private static async Task SendWholeAsync(HttpContext http, byte[] bytes)
    {
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>As a page that waits for its data base does: the cuts fall where they fall, in a tag or in a letter.</summary>
    private static async Task SendInPartsAsync(HttpContext http, byte[] bytes)
    {
        foreach (var part in bytes.Chunk(bytes.Length / Parts + 1))
        {
            await http.Response.Body.WriteAsync(part, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(s_pause, http.RequestAborted);
        }
    }

    private static async Task SendCodedAsync(HttpContext http, byte[] bytes, string coding)
    {
        http.Response.Headers.ContentEncoding = coding;
        http.Response.Headers.Vary = "Accept-Encoding";
        await using Stream coded = coding == "br"
            ? new BrotliStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await coded.WriteAsync(bytes, http.RequestAborted);
    }

    private static bool Accepts(HttpContext http, string coding) =>
        http.Request.Headers.AcceptEncoding.ToString().Contains(coding, StringComparison.OrdinalIgnoreCase);
}
