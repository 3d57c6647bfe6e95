namespace CookieGateway.Consent.Trackers;

/// <summary>What a site does with what nobody knows.</summary>
public enum UnknownRule
{
    /// <summary>Held until it is classified or Marketing is granted, and listed in the inventory.</summary>
    Hold = 0,

    /// <summary>Passed, and listed in the inventory.</summary>
    Report,
}
