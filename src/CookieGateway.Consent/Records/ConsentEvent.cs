namespace CookieGateway.Consent.Records;

/// <summary>What happened to a visitor's consent: the event states of ISO/IEC TS 27560 that a gateway can witness.</summary>
public enum ConsentEvent
{
    /// <summary>At least one purpose or tracker was granted.</summary>
    Given = 0,

    /// <summary>Asked, and nothing was granted.</summary>
    Refused = 1,

    /// <summary>What had been granted is granted no more.</summary>
    Withdrawn = 2,

    /// <summary>The term ran out, or a new policy came into force, and the same was granted again.</summary>
    Renewed = 3,

    /// <summary>Some of what had been granted was taken back, or something was added.</summary>
    Changed = 4,
}
