using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.BrowserTests.EveryClinic;

/// <summary>A clinic's own server, whose pages come with another Content-Security-Policy than they have.</summary>
/// <param name="clinic">Where the clinic's server listens.</param>
/// <param name="host">The name by which it knows itself.</param>
internal sealed class ClinicUnderPolicy(Uri clinic, string host) : IDisposable
{
    /// <summary>What the page's own scripts carry: a policy that goes by it permits all of them, trackers too, so that only the gateway holds those.</summary>
    public const string Nonce = "r4nd0m";

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    });

    /// <summary>Values of the header, one by one.</summary>
    public string[] Headers { get; init; } = [];

    public string ReportOnly { get; init; } = "";

    /// <summary>What a meta element says, first of all in the head.</summary>
    public string Meta { get; init; } = "";

    public async Task AnswerAsync(HttpContext http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(clinic, http.Request.Path + http.Request.QueryString));
        request.Headers.Host = host;
        using var answer = await _client.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var body = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            http.Response.Headers.ContentSecurityPolicy = Headers;
            if (ReportOnly.Length > 0)
            {
                http.Response.Headers.ContentSecurityPolicyReportOnly = ReportOnly;
            }

            body = WithPolicy(body);
        }

        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    public void Dispose() => _client.Dispose();

    // Latin-1 keeps every byte, whatever the page's encoding.
    private byte[] WithPolicy(byte[] page)
    {
        var meta = Meta.Length == 0 ? "" : $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Meta}\">";
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(page)
            .Replace("<head>", "<head>" + meta, StringComparison.Ordinal)
            .Replace("<script", $"<script nonce=\"{Nonce}\"", StringComparison.Ordinal));
    }
}
