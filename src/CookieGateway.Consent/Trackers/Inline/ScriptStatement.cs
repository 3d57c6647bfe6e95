namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>What one statement at the top level of a script has shown so far.</summary>
internal struct ScriptStatement
{
    private const int MuchPageWork = 3;

    public int Start;

    /// <summary>Where the last token ended that belongs to it.</summary>
    public int End;

    /// <summary>How many tokens it has.</summary>
    public int Tokens;

    /// <summary>The hash of the name that it declares or assigns; 0 when it does neither.</summary>
    public uint Name;

    /// <summary>It can make a request.</summary>
    public bool CanLoad;

    /// <summary>A tracker's address stands in it, and nothing shows that the address is only looked at.</summary>
    public bool HasAddress;

    /// <summary>A tracker's host stands by itself in an array: in a list of hosts, or as a piece of an address.</summary>
    public bool ListsHost;

    /// <summary>A tracker's address is handed to a function as it is.</summary>
    public bool HandsAddressOver;

    /// <summary>It sets or declares a tracker's global.</summary>
    public bool SetsUp;

    /// <summary>It calls a tracker's API when it runs.</summary>
    public bool CallsNow;

    /// <summary>It calls a tracker's API later, from a handler.</summary>
    public bool CallsLater;

    /// <summary>It calls something that may be the page's own work.</summary>
    public bool CallsOthers;

    /// <summary>It uses a name to which an earlier statement gave a tracker's address.</summary>
    public bool UsesAddress;

    /// <summary>How many elements of the page it looks for by name, and how much markup it writes that loads nothing.</summary>
    public int PageWork;

    /// <summary>The trackers whose addresses stand in it.</summary>
    public TrackerSet Addressed;

    /// <summary>The trackers that it calls or sets up.</summary>
    public TrackerSet Called;

    public readonly int Length => End - Start;

    public readonly bool Loads => (HasAddress || UsesAddress) && (CanLoad || HandsAddressOver || (HasAddress && (SetsUp || CallsNow)));

    /// <summary>
    /// It does work for the page besides: a loader as vendors publish it looks for one element at most, to put its own beside it.
    /// </summary>
    public readonly bool WorksForPage => PageWork >= MuchPageWork;

    /// <summary>All it does is to call trackers or to set them up.</summary>
    public readonly bool OnlyCalls => (CallsNow || CallsLater || SetsUp) && !CallsOthers;
}
