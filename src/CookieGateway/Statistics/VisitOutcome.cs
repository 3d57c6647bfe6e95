namespace CookieGateway.Statistics;

/// <summary>What the statistics may know of one request: nothing in it says who asked for which page.</summary>
public readonly record struct VisitOutcome
{
    public PageState State { get; init; }

    /// <summary>Somebody came to the site from outside with this request (see <see cref="VisitStart"/>).</summary>
    public bool StartsVisit { get; init; }

    /// <summary>The request said of itself that it is a robot; its pages are counted apart, as robots never answer a banner.</summary>
    public bool Robot { get; init; }

    /// <summary>The language in which the banner was shown.</summary>
    public string? Language { get; init; }

    /// <summary>Which of the site's banners was shown; null where the site has only one.</summary>
    public string? Variant { get; init; }

    public VisitFailure Failure { get; init; }

    /// <summary>How many tags were held back on the page.</summary>
    public int HeldTags { get; init; }

    /// <summary>How many tracking cookies were kept from the browser or from the origin.</summary>
    public int HeldCookies { get; init; }
}
