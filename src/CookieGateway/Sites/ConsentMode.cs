namespace CookieGateway.Sites;

/// <summary>In which form a site serves Google's Consent Mode.</summary>
public enum ConsentMode
{
    /// <summary>Google's tags are held until they are granted, like all others.</summary>
    Basic,

    /// <summary>They load at once with every signal denied and send pings without cookies: by the operator's decision, not by the visitor's.</summary>
    Advanced,
}
