using System.Security.Cryptography;

namespace CookieGateway.Proxying;

/// <summary>The gateway's entry in Via. https://www.rfc-editor.org/rfc/rfc9110#section-7.6.3</summary>
internal static class Via
{
    // Of this process alone: two gateways in a row are no loop, one that meets itself is.
    private static readonly string Pseudonym = "cg-" + RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>The header with this gateway at its end. The version is that of the message as it was received.</summary>
    public static string Append(string? earlier, Version received)
    {
        var entry = $"{(received.Major >= 2 ? received.Major.ToString(System.Globalization.CultureInfo.InvariantCulture) : received.ToString(2))} {Pseudonym}";
        return string.IsNullOrEmpty(earlier) ? entry : $"{earlier}, {entry}";
    }

    /// <summary>The request has been here before: the gateway stands in front of itself.</summary>
    public static bool IsLoop(HttpRequest request) =>
        request.Headers.Via.ToString().Contains(Pseudonym, StringComparison.OrdinalIgnoreCase);

    public static Version VersionOf(string protocol) =>
        HttpProtocol.IsHttp2(protocol) ? new Version(2, 0)
        : HttpProtocol.IsHttp3(protocol) ? new Version(3, 0)
        : HttpProtocol.IsHttp10(protocol) ? new Version(1, 0)
        : new Version(1, 1);
}
