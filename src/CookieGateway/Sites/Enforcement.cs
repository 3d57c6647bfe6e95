namespace CookieGateway.Sites;

/// <summary>How a page is kept from reaching what is held.</summary>
public enum Enforcement
{
    /// <summary>Held tags and the guard in the page; accepting releases in place.</summary>
    Seamless,

    /// <summary>One more Content-Security-Policy that names the permitted hosts; accepting reloads.</summary>
    Strict,
}
