using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace CookieGateway.Html.Urls;

/// <content>Hosts. https://url.spec.whatwg.org/#host-parsing</content>
public sealed partial class UrlReader
{
    private static readonly SearchValues<byte> PlainHost = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"u8);

    /// <summary>https://url.spec.whatwg.org/#forbidden-domain-code-point, as far as the authority can hold them.</summary>
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create((byte[])[.. Enumerable.Range(0, 0x21).Select(code => (byte)code), .. "#%/:<>?@[\\]^|\x7F"u8]);

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>Reads "host" or "host:port" into <see cref="_host"/>; false for what makes a browser give the URL up.</summary>
    private bool TryReadHostAndPort(ReadOnlySpan<byte> authority)
    {
        _host.Clear();
        if (!authority.IsEmpty && authority[0] == '[')
        {
            var close = authority.IndexOf((byte)']');
            _host.Append(authority[..(close + 1)]);
            ToLower();
            return close > 0 && IsPort(authority[(close + 1)..]);
        }

        var colon = authority.IndexOf((byte)':');
        var host = colon < 0 ? authority : authority[..colon];
        return !host.IsEmpty && IsPort(authority[host.Length..]) && TryReadDomain(host);
    }

    private static bool IsPort(ReadOnlySpan<byte> port) =>
        port.IsEmpty || (port[0] == ':' && port[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);

    private bool TryReadDomain(ReadOnlySpan<byte> host)
    {
        if (host.IndexOfAnyExcept(PlainHost) < 0)
        {
            _host.Append(host);
            ToLower();
        }
        else
        {
            ReadOddDomain(host);
            if (_host.Length == 0 || _host.Span.IndexOfAny(Forbidden) >= 0)
            {
                return false;
            }
        }

        // "host." is another name for a browser, and the same host in the DNS.
        if (_host.Length > 1 && _host.Span[^1] == '.')
        {
            _host.Truncate(_host.Length - 1);
        }

        return IpV4.Normalize(_host);
    }

    /// <summary>
    /// Percent codes, then letters beyond ASCII. What the mapping refuses stays as it is: an unknown host, which is no tracker's name,
    /// nor the page's own.
    /// </summary>
    private void ReadOddDomain(ReadOnlySpan<byte> host)
    {
        while (!host.IsEmpty)
        {
            var escaped = PercentCode.TryRead(host, out var b);
            _host.Append(escaped ? b : host[0]);
            host = host[(escaped ? 3 : 1)..];
        }

        if (!Ascii.IsValid(_host.Span))
        {
            var text = (Utf8.IsValid(_host.Span) ? Encoding.UTF8 : PageEncoding).GetString(_host.Span);
            _host.Clear();
            _host.Append(Encoding.UTF8.GetBytes(ToAscii(text)));
        }

        ToLower();
    }

    private static string ToAscii(string host)
    {
        try
        {
            return Idn.GetAscii(host);
        }
        catch (ArgumentException)
        {
            return Normalized(host);
        }
    }

    private static string Normalized(string host)
    {
        try
        {
            return host.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    private void ToLower() => Ascii.ToLowerInPlace(_host.Writable, out _);
}
