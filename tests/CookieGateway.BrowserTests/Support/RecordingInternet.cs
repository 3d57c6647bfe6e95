using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CookieGateway.BrowserTests.Support;

/// <summary>
/// Every host in the world but the clinics': the browser resolves them all to this server, which writes down what it
/// is asked and answers as a tracker would. What is not in its log has not left the browser.
/// </summary>
public sealed class RecordingInternet : IAsyncDisposable
{
    /// <summary>How a visitor is told apart: this word of the User-Agent header, which goes along with every request.</summary>
    public const string VisitorMark = "Visitor/";

    private readonly ConcurrentQueue<ForeignRequest> _requests = new();
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate = SelfSigned();

    private RecordingInternet()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate));
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public IReadOnlyList<ForeignRequest> Requests => [.. _requests];

    /// <summary>Chromium's switch that leads all hosts here, whatever their port says, but for the loopback's own.</summary>
    public string ResolverRules
    {
        get
        {
            var plain = new Uri(_app.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal))).Port;
            var tls = new Uri(_app.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal))).Port;
            return "--host-resolver-rules=EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, "
                + $"MAP *:443 127.0.0.1:{tls}, MAP *:80 127.0.0.1:{plain}, MAP * 127.0.0.1:{plain}";
        }
    }

    public static async Task<RecordingInternet> StartAsync()
    {
        var internet = new RecordingInternet();
        await internet._app.StartAsync();
        return internet;
    }

    public IReadOnlyList<ForeignRequest> RequestsOf(string visitor) =>
        [.. _requests.Where(request => request.Visitor == visitor)];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        var kind = KindOf(request);
        var agent = request.Headers.UserAgent.ToString().Split(VisitorMark);
        _requests.Enqueue(new ForeignRequest(
            request.Method, request.Host.Host, request.Path + request.QueryString.Value, kind, agent.Length > 1 ? agent[1] : ""));

        http.Response.Headers.AccessControlAllowOrigin = request.Headers.Origin.Count > 0 ? request.Headers.Origin : "*";
        http.Response.Headers.AccessControlAllowCredentials = "true";
        http.Response.Headers.AccessControlAllowHeaders = "*";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.SetCookie = "uid=recorded; Max-Age=86400; Path=/; Secure; SameSite=None";
        await FakeTrackers.AnswerAsync(http, kind);
    }

    /// <summary>Over plain http browsers send no Sec-Fetch-Dest; then what they accept tells it well enough.</summary>
    private static string KindOf(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return request.Headers["Sec-Fetch-Dest"].ToString() is { Length: > 0 } kind ? kind
            : accept.StartsWith("text/html", StringComparison.Ordinal) ? "document"
            : accept.StartsWith("image/", StringComparison.Ordinal) ? "image"
            : accept.StartsWith("text/css", StringComparison.Ordinal) ? "style"
            : FakeTrackers.IsLibrary(request) ? "script"
            : "empty";
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=everyone", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
    }
}
