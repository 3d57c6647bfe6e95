namespace CookieGateway.Consent.Trackers;

/// <summary>
/// What of Google's runs before a grant where a site's operator wants Consent Mode in its advanced form: the tags that read the signals, and
/// the pings without cookies that they send while all is denied. https://developers.google.com/tag-platform/security/guides/consent
/// </summary>
public static class ConsentModeTags
{
    /// <summary>
    /// Hosts with the beginning of a path, as in <see cref="TrackerRules.Allow"/>. Not among them: what knows no signals (the pixels in
    /// noscript, ns.html, the old analytics.js and ga.js) and what would bring a cookie of Google's own along (doubleclick.net, google.com).
    /// </summary>
    public static IReadOnlyList<string> Addresses { get; } =
    [
        "www.googletagmanager.com/gtag/js", "www.googletagmanager.com/gtag/destination", "www.googletagmanager.com/gtm.js",
        "www.googletagmanager.com/a?", "www.googletagmanager.com/td?", "google-analytics.com/g/collect", "analytics.google.com/g/collect",
        "pagead2.googlesyndication.com/ccm/", "pagead2.googlesyndication.com/pagead/landing",
    ];

    // Code that only says these is to run: the tag that hears it is there.
    private static readonly string[] Heard = ["gtag", "dataLayer", "dataLayer.push"];

    /// <summary>The tracker without what its running tag answers itself; its cookies and all other addresses stay what they are.</summary>
    internal static Tracker WhereAdvanced(Tracker tracker) => tracker.Calls.Intersect(Heard).Any()
        ? tracker with
        {
            Calls = [.. tracker.Calls.Except(Heard)],
            Globals = [.. tracker.Globals.Except(Heard)],
            Stub = tracker.Calls.Except(Heard).Any() ? tracker.Stub : null,
        }
        : tracker;
}
