namespace CookieGateway.Html.Urls;

/// <summary>A URL of the page as a browser reads it. Valid as long as the buffers it was read into.</summary>
public readonly ref struct PageUrl
{
    internal PageUrl(UrlKind kind, ReadOnlySpan<byte> host, ReadOnlySpan<byte> target)
    {
        Kind = kind;
        Host = host;
        Target = target;
    }

    /// <summary>What the scheme says.</summary>
    public UrlKind Kind { get; }

    /// <summary>The host in lower-case ASCII, IDN as punycode, without port and user; empty for the page's own host.</summary>
    public ReadOnlySpan<byte> Host { get; }

    /// <summary>Path and query as in "/collect?v=1", without the fragment; for a data or javascript URL, what follows the colon.</summary>
    public ReadOnlySpan<byte> Target { get; }
}
