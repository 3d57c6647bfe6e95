namespace CookieGateway.Statistics;

/// <summary>In which state of consent a page was served; what is not a page counts only when it fails.</summary>
public enum PageState
{
    /// <summary>Not an HTML page: a picture, a script, a download, an answer to a script's request.</summary>
    NotAPage = 0,

    /// <summary>The banner was on the page and nobody had answered it yet.</summary>
    Asked,

    /// <summary>The visitor had refused everything before.</summary>
    Refused,

    /// <summary>The visitor had granted something before.</summary>
    Granted,

    /// <summary>The browser said no by itself (Global Privacy Control), so nothing was asked.</summary>
    RefusedBySignal,
}
