using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Urls;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>What the handlers of one page share: the page's context, its URLs, and how far the insertions have got. Made to be reused.</summary>
internal sealed class HeldPage
{
    private const int LongestHost = 253;
    private const int MostKinds = 32;
    private const int OwnTarget = 16;
    private const int Guarded = 16;
    private int _ownSense;
    private bool _isGuarded;

    private static readonly PageMemory.AddressFact OwnFact = default(PageMemory.AddressFact) with { Verdict = Verdict.Own };

    /// <summary>In lower case, without its port.</summary>
    public string OwnHost { get; private set; } = "";

    /// <summary>Tells what is remembered of tags for this host, these purposes and this guard from what is remembered for others.</summary>
    public int TagSense { get; private set; }

    /// <summary>The directory that relative addresses are resolved against; null where a base says another.</summary>
    public string? Place { get; private set; }

    /// <summary>What is found out about the tag that is being read.</summary>
    public TagNotes Tag { get; } = new();

    public PageContext Context { get; private set; } = null!;

    public UrlReader Urls { get; } = new();

    public PageMemory Memory { get; private set; } = null!;

    /// <summary>Room for what is put together for one tag; empty it before use.</summary>
    public PendingBytes Room { get; } = new();

    /// <summary>Room for the same in ASCII.</summary>
    public PendingBytes AsciiRoom { get; } = new();

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
    /// page's policy forbids it.
    /// </summary>
    public bool HasGuard => _isGuarded && !Context.Insertions.HeadStart.IsEmpty;

    public void Start(PageContext context, PageMemory memory, int nesting, bool isGuarded)
    {
        Context = context;
        Nesting = nesting;
        _isGuarded = isGuarded;
        Names = HeldNames.Of(context.Site.Brand);
        Memory = memory;
        Language = PageLanguage.Of(context, htmlLang: default);
        Insertions = (nesting == 0 ? context.IsDocument : isGuarded) ? InsertionProgress.Nothing : InsertionProgress.Done;

        var address = context.Address;
        Span<byte> host = stackalloc byte[LongestHost];
        var path = address.Target.AsSpan();
        path = path.IndexOf('?') is >= 0 and var query ? path[..query] : path;
        Span<byte> pathBytes = path.Length <= 1024 ? stackalloc byte[path.Length * 3] : new byte[path.Length * 3];
        var ownHost = host[..HostOf(address.Host, host)];
        OwnHost = SharedStrings.Hosts.Of(ownHost);
        _ownSense = (OwnHost.Length == 0 ? 0 : (OwnHost.Length * 31) + OwnHost[0]) * MostKinds;
        TagSense = _ownSense + context.Consent.Purposes.Bits + (HasGuard ? Guarded : 0);
        Place = SharedStrings.Directories.Of(path[..(path.LastIndexOf('/') + 1)]);
        Urls.Start(address.Scheme == "https", ownHost, pathBytes[..Encoding.UTF8.GetBytes(path, pathBytes)]);
    }

    public void Clear()
    {
        Context = null!;
        Memory = null!;
        Room.Dispose();
        AsciiRoom.Dispose();
    }

    /// <summary>Takes the address of the page's base element.</summary>
    public void UseBase(ReadOnlySpan<byte> href)
    {
        Urls.UseBase(href);
        Place = null;
    }

    /// <summary>Judges an address as an attribute's decoded value gives it, and notes it. True when it must not be requested.</summary>
    public bool Holds(ReadOnlySpan<byte> address, RequestKind kind, out Verdict verdict)
    {
        var fact = FactOf(address, kind);
        verdict = fact.Verdict;
        return fact.IsRequest && Note(fact.Host, kind, verdict);
    }

    /// <summary>Judges an address without noting it.</summary>
    public bool WouldHold(ReadOnlySpan<byte> address, RequestKind kind)
    {
        var fact = FactOf(address, kind);
        return fact.IsRequest && Judge.Holds(fact.Verdict, Consent);
    }

    /// <summary>Notes what was found, and says whether it is held.</summary>
    public bool Note(string host, RequestKind kind, in Verdict verdict)
    {
        if (verdict.Kind == VerdictKind.Own)
        {
            return false;
        }

        var held = Judge.Holds(verdict, Consent);
        Tag.Add(host, kind, verdict, held, held);
        Context.Findings.Add(host, kind, verdict, held);
        return held;
    }

    private PageMemory.AddressFact FactOf(ReadOnlySpan<byte> address, RequestKind kind)
    {
        if (address.IsEmpty)
        {
            return OwnFact;
        }

        if (address[0] == (byte)'#' && Urls.HasOwnBase)
        {
            // A drawing's symbol, or the page itself.
            return OwnFact;
        }

        var standsAlone = StandsAlone(address);
        var sense = _ownSense + (int)kind;
        if (standsAlone && Memory.Addresses.Find(address, sense) is { IsKnown: true } known && ReferenceEquals(known.Fact.OwnHost, OwnHost))
        {
            return known.Fact;
        }

        if (!standsAlone)
        {
            Tag.DependOnThePlace();
        }

        var url = Urls.Read(address);
        var isRequest = url.Kind is UrlKind.Http or UrlKind.Https or UrlKind.WebSocket;
        var isOwn = isRequest && !standsAlone && url.Host.IsEmpty;
        if (isOwn && Memory.Addresses.Find(url.Target, sense + OwnTarget) is { IsKnown: true } own && ReferenceEquals(own.Fact.OwnHost, OwnHost))
        {
            return own.Fact;
        }

        var verdict = isRequest ? Judge.OfRequest(url.Host, kind == RequestKind.Hint ? "/"u8 : url.Target, kind) : Verdict.Own;
        var host = verdict.Kind == VerdictKind.Own ? "" : SharedStrings.Hosts.Of(url.Host);
        var fact = new PageMemory.AddressFact(OwnHost, host, verdict, isRequest);
        if (standsAlone && Memory.Addresses.ComesAgain(address, sense))
        {
            Memory.Addresses.Keep(address, sense, fact);
        }

        if (isOwn && Memory.Addresses.ComesAgain(url.Target, sense + OwnTarget))
        {
            Memory.Addresses.Keep(url.Target, sense + OwnTarget, fact);
        }

        return fact;
    }

    // Such an address means the same on every page of this host, wherever the page lies.
    private bool StandsAlone(ReadOnlySpan<byte> address) =>
        address[0] == (byte)'/'
            ? address.Length > 1 && (address[1] == (byte)'/' || (address[1] != (byte)'\\' && Urls.HasOwnBase))
            : address.StartsWith("https://"u8) || address.StartsWith("http://"u8);

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
