namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>What an inline script has to do with trackers.</summary>
public enum InlineKind
{
    /// <summary>Nothing.</summary>
    Clean,

    /// <summary>It names a tracker or calls one from a handler, but makes no request by itself: it stays as it is.</summary>
    Mention,

    /// <summary>It does nothing, or next to nothing, but load a tracker or call one: it is held.</summary>
    TrackerOnly,

    /// <summary>It loads a tracker and does other work that the page needs: it runs, and the guard stops its tracker's part.</summary>
    Mixed,
}
