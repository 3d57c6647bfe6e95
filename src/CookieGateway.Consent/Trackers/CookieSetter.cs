namespace CookieGateway.Consent.Trackers;

/// <summary>Who writes a cookie: says whether the response or the browser's guard will meet it first.</summary>
public enum CookieSetter
{
    /// <summary>A script, through <c>document.cookie</c>.</summary>
    Script = 0,

    /// <summary>A response's <c>Set-Cookie</c>.</summary>
    Server,

    /// <summary>Either, depending on how the site has set it up.</summary>
    Both,
}
