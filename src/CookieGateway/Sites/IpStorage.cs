namespace CookieGateway.Sites;

/// <summary>How much of the visitor's IP address a consent record keeps.</summary>
public enum IpStorage
{
    /// <summary>All of it, until <see cref="ConsentRules.IpRetention"/> is over.</summary>
    Full,

    /// <summary>The network only: the first 24 bits of IPv4, 48 of IPv6.</summary>
    Truncated,

    /// <summary>A keyed hash: the same address can be recognised, not read.</summary>
    Hmac,

    /// <summary>Nothing.</summary>
    None,
}
