namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>What the reading of a script has found.</summary>
internal struct ScriptFindings
{
    /// <summary>Statements at the top level that load a tracker.</summary>
    public int Loading;

    /// <summary>Statements at the top level that call a tracker's API as soon as the script runs, and do nothing else.</summary>
    public int Calling;

    /// <summary>How many bytes belong to statements that have to do with something else.</summary>
    public int OtherCode;

    /// <summary>
    /// It is no JavaScript that an engine would accept: nothing of it runs, so nothing is lost with it. Pages that were saved or
    /// filtered carry such scripts.
    /// </summary>
    public bool IsBroken;

    /// <summary>The trackers that it loads.</summary>
    public TrackerSet Loaded;

    /// <summary>The trackers that it calls.</summary>
    public TrackerSet Called;

    /// <summary>The trackers whose address stands in it without being requested.</summary>
    public TrackerSet Mentioned;
}
