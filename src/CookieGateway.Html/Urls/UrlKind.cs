namespace CookieGateway.Html.Urls;

/// <summary>What a browser would do with a URL, as far as its scheme says.</summary>
public enum UrlKind
{
    /// <summary>Nothing that a browser could resolve; no request.</summary>
    Invalid,

    /// <summary>A request by http.</summary>
    Http,

    /// <summary>A request by https.</summary>
    Https,

    /// <summary>A WebSocket, ws or wss.</summary>
    WebSocket,

    /// <summary>Content in the URL itself.</summary>
    Data,

    /// <summary>Content that a script of the page has made.</summary>
    Blob,

    /// <summary>Script in the URL itself.</summary>
    JavaScript,

    /// <summary>about:blank, about:srcdoc.</summary>
    About,

    /// <summary>Any other scheme: mailto, tel, ftp, …</summary>
    Other,
}
