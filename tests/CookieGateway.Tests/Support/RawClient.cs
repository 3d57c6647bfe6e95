using System.Net.Sockets;
using System.Text;

namespace CookieGateway.Tests.Support;

/// <summary>Sends the very bytes of a request and returns the very bytes of the answer, both as Latin-1 text.</summary>
internal static class RawClient
{
    /// <summary>Reads until the other side closes, so ask for <c>Connection: close</c>. A reset ends the text with "[reset]".</summary>
    public static async Task<string> SendAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        var answer = new StringBuilder();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            var buffer = new byte[16384];
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            int count;
            while ((count = await stream.ReadAsync(buffer, deadline.Token)) > 0)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            answer.Append("[reset]");
        }

        return answer.ToString();
    }

    /// <summary>A GET with a Host header and more header lines, for an answer that ends with the connection.</summary>
    public static Task<string> GetAsync(Uri address, string target, params string[] headers) => SendAsync(
        address,
        $"GET {target} HTTP/1.1\r\nHost: {RunningGateway.Host}\r\n{string.Concat(headers.Select(line => line + "\r\n"))}Connection: close\r\n\r\n");

    public static int Status(string answer) =>
        answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
}
