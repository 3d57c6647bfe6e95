namespace CookieGateway.Consent.Purposes;

/// <summary>What a tracker, a cookie or a piece of storage is for. The visitor grants or refuses each but the first.</summary>
public enum Purpose
{
    /// <summary>The site does not work without it. ePrivacy Art. 5(3): strictly necessary needs no consent.</summary>
    Necessary = 0,

    /// <summary>Comfort the visitor can do without: chat and call-back widgets, maps, videos.</summary>
    Preferences = 1,

    /// <summary>Counting and watching visits for the operator.</summary>
    Analytics = 2,

    /// <summary>Advertising, and measuring it, by the operator or by others.</summary>
    Marketing = 3,
}
