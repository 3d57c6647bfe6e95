using System.Net;
using System.Net.Sockets;

namespace CookieGateway.Audit;

/// <summary>
/// Fetches single documents: bounded in time and length, decoded, with no cookie kept. The address is checked where the connection is made, so
/// that neither a redirect nor a name that changes its address between two look-ups leads into a private network.
/// </summary>
internal sealed class PageFetcher : IDisposable
{
    private const int LongestPage = 5 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client;

    public PageFetcher(bool allowPrivate)
    {
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = Patience,
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowPrivate, cancellation),
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = LongestPage,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("CookieGateway-audit/1.0");
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml;q=0.9, */*;q=0.1");
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru, kk;q=0.9, en;q=0.8");
    }

    /// <summary>The answer, whatever its status; throws <see cref="PageUnavailableException"/> when there is none.</summary>
    public async Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            string[] cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
            var next = answer.Headers.Location is { } location && (int)answer.StatusCode is >= 300 and < 400
                ? new Uri(address, location)
                : null;
            var type = answer.Content.Headers.ContentType?.MediaType ?? "";
            var isHtml = type is "text/html" or "application/xhtml+xml";
            byte[] body = isHtml || type == "text/plain" ? await answer.Content.ReadAsByteArrayAsync(cancellation) : [];
            return new FetchedPage(address, answer.StatusCode, isHtml, body, cookies, next);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or UriFormatException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new PageUnavailableException(Sentence(failure));
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Sentence(Exception failure) => failure switch
    {
        OperationCanceledException => $"It did not answer within {Patience.TotalSeconds:0} seconds.",
        _ when failure.InnerException is PageUnavailableException refused => refused.Message,
        _ => failure.Message,
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint end, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(end.Host, cancellation);
        var usable = allowPrivate ? addresses : [.. addresses.Where(address => !PrivateAddresses.Contain(address))];
        if (usable.Length == 0)
        {
            throw new PageUnavailableException(
                $"{end.Host} leads to a private address. Give --allow-private if it is a site of your own on this network.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, end.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
