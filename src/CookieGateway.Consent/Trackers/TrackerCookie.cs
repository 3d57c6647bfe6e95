namespace CookieGateway.Consent.Trackers;

/// <summary>A cookie that a technology leaves behind.</summary>
public sealed record TrackerCookie
{
    /// <summary>Its name, case and all; <c>*</c> stands for any characters, none included.</summary>
    public required string Name { get; init; }

    /// <summary>How long it lives, in days; 0 = as long as the browser is open, null = not known.</summary>
    public double? Days { get; init; }

    /// <summary>Who sets it.</summary>
    public CookieSetter By { get; init; }

    /// <summary>The foreign domain it belongs to; null when it is the site's own.</summary>
    public string? Domain { get; init; }
}
