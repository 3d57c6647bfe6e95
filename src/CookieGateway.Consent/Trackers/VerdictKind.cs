namespace CookieGateway.Consent.Trackers;

/// <summary>What is known of a request, a cookie or a storage key.</summary>
public enum VerdictKind
{
    /// <summary>Nobody knows it. The default value, so that what was never judged is never taken for harmless.</summary>
    Unclassified = 0,

    /// <summary>It goes to the site itself.</summary>
    Own,

    /// <summary>A third party that the site needs to work, or one that its configuration allows.</summary>
    Necessary,

    /// <summary>A tracker: <see cref="Verdict.Tracker"/> says which.</summary>
    Tracker,
}
