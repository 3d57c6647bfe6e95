namespace CookieGateway.BrowserTests.Support;

/// <summary>In which state of consent somebody uses a clinic's site.</summary>
public enum Answer
{
    None,
    Refused,
    Accepted,
    Withdrawn,
    WithoutScripts,
}
