namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>The smallest transparent GIF, the body of every web beacon.</summary>
internal static class Pixel
{
    private static readonly byte[] s_gif =
        Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static async Task SendAsync(HttpContext http)
    {
        http.Response.ContentType = "image/gif";
        http.Response.ContentLength = s_gif.Length;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(s_gif, http.RequestAborted);
    }
}
