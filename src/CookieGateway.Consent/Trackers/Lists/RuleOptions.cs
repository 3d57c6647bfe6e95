namespace CookieGateway.Consent.Trackers.Lists;

/// <summary>What stands behind a network rule's dollar sign: when the rule counts.</summary>
internal sealed record RuleOptions
{
    /// <summary>Nothing stands there: the rule always counts. Most rules share this one.</summary>
    public static RuleOptions None { get; } = new();

    public RequestKinds Kinds { get; init; } = RequestKinds.All;

    /// <summary>True: only requests that leave the site; false: only its own; null: both.</summary>
    public bool? ThirdParty { get; init; }

    /// <summary>Pages' domains the rule is limited to; empty: none.</summary>
    public string[] OnDomains { get; init; } = [];

    /// <summary>Pages' domains the rule does not count on.</summary>
    public string[] NotOnDomains { get; init; } = [];

    /// <summary>Hosts of requests the rule lets pass.</summary>
    public string[] NotToHosts { get; init; } = [];

    /// <summary>The rule wins over exceptions.</summary>
    public bool Important { get; init; }

    /// <summary>The cookie's name or /expression/ the rule is about; empty for every cookie, null where it is about requests.</summary>
    public string? Cookie { get; init; }

    /// <summary>The rule takes back another of the same text.</summary>
    public bool TakesBack { get; init; }

    /// <summary>Whether the rule is about requests of this kind in this direction, on any page.</summary>
    public bool Covers(RequestKind kind, bool thirdParty) =>
        (Kinds.Contains(kind) || kind == RequestKind.Hint) && (ThirdParty is null || ThirdParty == thirdParty);

    /// <summary>Whether the rule counts on pages of the site.</summary>
    public bool CountsOn(PageHosts pages) =>
        (OnDomains.Length == 0 || pages.LieOnAny(OnDomains)) && !pages.LieOnAny(NotOnDomains);
}
