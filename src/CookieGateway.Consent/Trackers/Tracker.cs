using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Trackers;

/// <summary>A known third-party technology: how it is recognised, what it leaves behind, what it is for.</summary>
public sealed record Tracker
{
    /// <summary>Lower-case words joined by hyphens, unique and never changed: it stands in records and configurations.</summary>
    public required string Id { get; init; }

    /// <summary>The company behind it.</summary>
    public required string Vendor { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country the data goes to. 94-V Art. 16: cross-border transfer is to be told.</summary>
    public required string Country { get; init; }

    /// <summary>What it is for, unless the site's configuration says otherwise.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>The product's name, which is the same in every language; the vendor's where the product has none of its own.</summary>
    public string Name { get => field ?? Vendor; init; }

    /// <summary>One sentence for visitors: what it does.</summary>
    public LocalizedText Does { get; init; } = LocalizedText.Empty;

    /// <summary>What fills its place on the page while it is held.</summary>
    public EmbedKind Embed { get; init; }

    /// <summary>The requests it makes, by host.</summary>
    public IReadOnlyList<RequestPattern> Requests { get; init; } = [];

    /// <summary>
    /// Addresses that give it away on any host, the site's own included: copies of its script, its end points behind a proxy.
    /// In the syntax of network rules of filter lists.
    /// </summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Globals that belong to it, dotted where they are members, with <c>*</c> at the end for a number or id.</summary>
    public IReadOnlyList<string> Globals { get; init; } = [];

    /// <summary>Functions whose call is a call of its API, in the same form; each is one of the globals or a member of one.</summary>
    public IReadOnlyList<string> Calls { get; init; } = [];

    /// <summary>The cookies it leaves on the site's own domain: what the site's requests and scripts can carry.</summary>
    public IReadOnlyList<TrackerCookie> Cookies { get; init; } = [];

    /// <summary>
    /// The cookies it leaves on its own domain. They are told, never matched: a name such as "uid" means a tracker there and
    /// anything on the site.
    /// </summary>
    public IReadOnlyList<TrackerCookie> ForeignCookies { get; init; } = [];

    /// <summary>Keys in local and session storage; <c>*</c> stands for any characters.</summary>
    public IReadOnlyList<string> Storage { get; init; } = [];

    /// <summary>Its own switch; null when none is documented.</summary>
    public ConsentApi? Consent { get; init; }

    /// <summary>The name of the stub that answers its calls while it is held; null when nothing calls it.</summary>
    public string? Stub { get; init; }
}
