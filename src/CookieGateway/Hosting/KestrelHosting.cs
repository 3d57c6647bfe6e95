using System.Text;

namespace CookieGateway.Hosting;

/// <summary>The listener for visitors: strict where servers disagree, patient where sites need it.</summary>
internal static class KestrelHosting
{
    private const int LargestHeaders = 128 * 1024;
    private const int LongestRequestLine = 32 * 1024;

    public static void UseVisitorListener(this WebApplicationBuilder builder)
    {
        // Kestrel takes a bare LF for the end of a header line unless told otherwise; RFC 9112 (2.2) lets a server refuse it, and what two
        // servers read differently is how requests are smuggled.
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);

        // A page whose compressed bytes end too early is broken, not short.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Header bytes above ASCII are whatever a site means by them; as Latin-1 each is one character and stays what it is.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;

            // How much a visitor may upload is the origin's to say.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = 200;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
    }
}
