using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Urls;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>What the handlers of one page share: the page's context, its URLs, and how far the insertions have got. Made to be reused.</summary>
internal sealed class HeldPage
{
    private const int LongestHost = 253;

    public PageContext Context { get; private set; } = null!;

    public UrlReader Urls { get; } = new();

    public HeldNames Names { get; private set; } = null!;

    public TrackerJudge Judge => Context.Site.Judge;

    public VisitorConsent Consent => Context.Consent;

    /// <summary>The language of what the gateway shows on this page; known better once the html tag is read.</summary>
    public string Language { get; set; } = "";

    public InsertionProgress Insertions { get; set; }

    /// <summary>How many documents within documents this page is in.</summary>
    public int Nesting { get; private set; }

    /// <summary>
    /// A guard sees what the page's scripts do: its own, or that of the page which fetches this piece. There is none where the
    /// page's policy forbids it, and none in the document of a srcdoc.
    /// </summary>
    public bool HasGuard => Nesting == 0 && !Context.Insertions.HeadStart.IsEmpty;

    public void Start(PageContext context, int nesting)
    {
        Context = context;
        Nesting = nesting;
        Names = HeldNames.Of(context.Site.Brand);
        Language = PageLanguage.Of(context, htmlLang: default);
        Insertions = context.IsDocument && nesting == 0 ? InsertionProgress.Nothing : InsertionProgress.Done;

        var address = context.Address;
        Span<byte> host = stackalloc byte[LongestHost];
        var path = address.Path;
        Span<byte> pathBytes = path.Length <= 1024 ? stackalloc byte[path.Length * 3] : new byte[path.Length * 3];
        Urls.Start(
            address.Scheme == "https",
            host[..HostOf(address.Host, host)],
            pathBytes[..Encoding.UTF8.GetBytes(path, pathBytes)]);
    }

    public void Clear() => Context = null!;

    /// <summary>Judges an address as an attribute's decoded value gives it, and notes it. True when it must not be requested.</summary>
    public bool Holds(ReadOnlySpan<byte> address, RequestKind kind, out Verdict verdict)
    {
        verdict = Verdict.Own;
        if (address.IsEmpty)
        {
            return false;
        }

        var url = Urls.Read(address);
        if (url.Kind is not (UrlKind.Http or UrlKind.Https or UrlKind.WebSocket))
        {
            return false;
        }

        verdict = Judge.OfRequest(url.Host, kind == RequestKind.Hint ? "/"u8 : url.Target, kind);
        return Note(url.Host, kind, verdict);
    }

    /// <summary>Notes what was found, and says whether it is held.</summary>
    public bool Note(ReadOnlySpan<byte> host, RequestKind kind, Verdict verdict)
    {
        if (verdict.Kind == VerdictKind.Own)
        {
            return false;
        }

        var held = Judge.Holds(verdict, Consent);
        Context.Findings.Add(HostNames.Of(host), kind, verdict, held);
        return held;
    }

    private static int HostOf(string hostHeader, Span<byte> to)
    {
        var colon = hostHeader.LastIndexOf(':');
        var host = colon > hostHeader.LastIndexOf(']') ? hostHeader.AsSpan(0, colon) : hostHeader;
        var length = Math.Min(host.Length, LongestHost);
        for (var at = 0; at < length; at++)
        {
            to[at] = (byte)char.ToLowerInvariant(host[at]);
        }

        return length;
    }
}
