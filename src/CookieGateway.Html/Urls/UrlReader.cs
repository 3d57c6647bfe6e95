using System.Text;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Urls;

/// <summary>
/// Reads URLs of one page as a browser does (https://url.spec.whatwg.org/#url-parsing), without allocating. It holds the base that
/// relative ones are resolved against, and the bytes of the last result; one per page, not thread-safe, made to be reused.
/// </summary>
public sealed partial class UrlReader
{
    private readonly ByteBuffer _ownHost = new();
    private readonly ByteBuffer _baseHost = new();
    private readonly ByteBuffer _basePath = new();
    private readonly ByteBuffer _ownPath = new();
    private readonly ByteBuffer _stripped = new();
    private readonly ByteBuffer _host = new();
    private readonly ByteBuffer _target = new();
    private UrlKind _baseKind;
    private bool _hasBase;

    /// <summary>How bytes from 0x80 in a host are to be read where they are not UTF-8; the page's encoding.</summary>
    public Encoding PageEncoding { get; set; } = Encoding.UTF8;

    /// <summary>Whether relative addresses lie on the page's own host, as they do unless its <c>&lt;base&gt;</c> says otherwise.</summary>
    public bool HasOwnBase { get; private set; } = true;

    /// <summary>Begins a page: its own address, the host in lower-case ASCII without port, the path with its leading slash.</summary>
    public void Start(bool https, ReadOnlySpan<byte> ownHost, ReadOnlySpan<byte> ownPath)
    {
        PageEncoding = Encoding.UTF8;
        _hasBase = false;
        HasOwnBase = true;
        _baseKind = https ? UrlKind.Https : UrlKind.Http;
        Put(_ownHost, ownHost);
        Put(_baseHost, ownHost);
        Put(_ownPath, ownPath.IsEmpty ? "/"u8 : ownPath);
        Put(_basePath, _ownPath.Span);
    }

    /// <summary>
    /// Takes the page's first <c>&lt;base href&gt;</c>, decoded; later ones do nothing, nor does one that is no address for a request,
    /// as in a browser. https://html.spec.whatwg.org/#set-the-frozen-base-url
    /// </summary>
    public void UseBase(ReadOnlySpan<byte> href)
    {
        if (_hasBase)
        {
            return;
        }

        _hasBase = true;
        var url = Read(href);
        if (url.Kind is UrlKind.Http or UrlKind.Https)
        {
            _baseKind = url.Kind;
            HasOwnBase = url.Host.IsEmpty;
            Put(_baseHost, url.Host.IsEmpty ? _ownHost.Span : url.Host);
            Put(_basePath, url.Target);
        }
    }

    /// <summary>Reads a URL as <see cref="Element.Value"/> gives it. The result is valid until the next call.</summary>
    public PageUrl Read(ReadOnlySpan<byte> url)
    {
        url = Strip(url);
        var scheme = UrlScheme.Length(url);
        if (scheme == 0)
        {
            return ReadRelative(url, _baseKind);
        }

        var rest = url[(scheme + 1)..];
        var kind = UrlScheme.KindOf(url[..scheme]);
        if (kind is not (UrlKind.Http or UrlKind.Https or UrlKind.WebSocket))
        {
            return new PageUrl(kind, default, kind == UrlKind.Other ? default : rest);
        }

        // https://url.spec.whatwg.org/#special-relative-or-authority-state: "https:path" of an https page is relative.
        return kind == _baseKind && !(rest.Length > 1 && IsSlash(rest[0]) && IsSlash(rest[1]))
            ? ReadRelative(rest, kind)
            : ReadAuthority(rest, kind);
    }

    private PageUrl ReadRelative(ReadOnlySpan<byte> url, UrlKind kind)
    {
        if (url.Length > 1 && IsSlash(url[0]) && IsSlash(url[1]))
        {
            return ReadAuthority(url, kind);
        }

        _target.Clear();
        ResolvePath(url);
        var own = _baseHost.Span.SequenceEqual(_ownHost.Span);
        return new PageUrl(kind, own ? default : _baseHost.Span, _target.Span);
    }

    /// <summary>https://url.spec.whatwg.org/#special-authority-ignore-slashes-state and https://url.spec.whatwg.org/#authority-state</summary>
    private PageUrl ReadAuthority(ReadOnlySpan<byte> url, UrlKind kind)
    {
        url = url[Count(url, IsSlash)..];
        var end = url.IndexOfAny("/\\?#"u8);
        var authority = end < 0 ? url : url[..end];
        var rest = end < 0 ? default : url[end..];
        authority = authority[(authority.LastIndexOf((byte)'@') + 1)..];
        if (!TryReadHostAndPort(authority))
        {
            return new PageUrl(UrlKind.Invalid, default, default);
        }

        _target.Clear();
        AppendTarget(rest);
        return new PageUrl(kind, _host.Span.SequenceEqual(_ownHost.Span) ? default : _host.Span, _target.Span);
    }

    /// <summary>Takes control characters and spaces off both ends, and tabs and line ends out of the middle. https://url.spec.whatwg.org/#concept-basic-url-parser</summary>
    private ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> url)
    {
        while (!url.IsEmpty && url[0] <= ' ')
        {
            url = url[1..];
        }

        while (!url.IsEmpty && url[^1] <= ' ')
        {
            url = url[..^1];
        }

        if (url.IndexOfAny("\t\n\r"u8) < 0)
        {
            return url;
        }

        _stripped.Clear();
        foreach (var b in url)
        {
            if (b is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                _stripped.Append(b);
            }
        }

        return _stripped.Span;
    }

    private static int Count(ReadOnlySpan<byte> url, Func<byte, bool> isCounted)
    {
        var count = 0;
        while (count < url.Length && isCounted(url[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>A backslash is a slash in every URL that is a request.</summary>
    private static bool IsSlash(byte b) => b is (byte)'/' or (byte)'\\';

    private static void Put(ByteBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        buffer.Clear();
        buffer.Append(bytes);
    }
}
