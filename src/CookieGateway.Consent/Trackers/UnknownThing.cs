namespace CookieGateway.Consent.Trackers;

/// <summary>What an unclassified thing is, as far as the rules about the unknown tell things apart.</summary>
public enum UnknownThing
{
    /// <summary>It shows something, or only keeps state: an image, a style, a font, a storage key. Never held by rule.</summary>
    Passive = 0,

    /// <summary>It runs code or sends something away; see <see cref="RequestKinds.Active"/>.</summary>
    Active,

    /// <summary>A cookie.</summary>
    Cookie,
}
