namespace CookieGateway.Consent.Trackers;

/// <summary>By what a page makes a request. Trackers and filter lists may be limited to some of them.</summary>
public enum RequestKind
{
    /// <summary>A page of its own: a navigation, a form, a meta refresh.</summary>
    Document,

    /// <summary>Code that runs in the page: script, module, worker, a preload of one.</summary>
    Script,

    /// <summary>An image, wherever it stands: <c>img</c>, <c>srcset</c>, poster, CSS, icon.</summary>
    Image,

    /// <summary>A page inside the page: <c>iframe</c>, <c>frame</c>.</summary>
    Frame,

    /// <summary>A style sheet or its <c>@import</c>.</summary>
    Stylesheet,

    /// <summary>A web font.</summary>
    Font,

    /// <summary>Sound, video, their tracks.</summary>
    Media,

    /// <summary><c>object</c> and <c>embed</c>.</summary>
#pragma warning disable CA1720 // The element's own name, which is also the filter lists' word.
    Object,
#pragma warning restore CA1720 // Back to the rule.

    /// <summary>A request by code: <c>fetch</c>, XMLHttpRequest, WebSocket, EventSource.</summary>
    Connect,

    /// <summary>A connection ahead of time: <c>preconnect</c>, <c>dns-prefetch</c>. Its target is always <c>/</c>.</summary>
    Hint,

    /// <summary><c>sendBeacon</c>, <c>a ping</c>, a report.</summary>
    Ping,

    /// <summary>Anything else.</summary>
    Other,
}
